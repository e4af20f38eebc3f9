import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import type { CountConvention } from '../../../domain/calendar/computation.ts'
import { countPeriods } from '../../../domain/calendar/count-periods.ts'
import { type DayCalendar, weekdays } from '../../../domain/calendar/day-calendar.ts'
import type { Period } from '../../../domain/calendar/period.ts'

const known = { from: day('2026-01-01'), to: day('2026-12-31') }
const working: DayCalendar = { code: 'office', type: 'working', known, weekdays: weekdays.slice(0, 5), closed: [day('2026-04-06')] }
const sitting: DayCalendar = { code: 'house', type: 'sitting', known, sittings: ['2026-04-14', '2026-04-15', '2026-05-05'].map(day) }
const findCalendar = (code: string) => [working, sitting].find((each) => each.code === code) ?? null

const lastDay = (from: string, periods: readonly Period[], convention: CountConvention, more: Partial<Parameters<typeof countPeriods>[3]> = {}) =>
  countPeriods(day(from), periods, convention, { findCalendar, ...more })?.at(-1)?.dueOn ?? null

describe('periods that are counted one after the other', () => {
  it.each<[string, readonly Period[], CountConvention, string]>([
    ['days, the first not counted', [{ days: 60 }], 'anniversary', '2026-04-04'],
    ['days, the first counted', [{ days: 60 }], 'day_before', '2026-04-03'],
    ['weeks', [{ weeks: 2 }], 'anniversary', '2026-02-17'],
    ['working days', [{ workingDays: 3, calendar: 'office' }], 'anniversary', '2026-02-06'],
    ['working days, the first counted', [{ workingDays: 3, calendar: 'office' }], 'day_before', '2026-02-05'],
    ['days, then sitting days', [{ days: 60 }, { sittingDays: 2, calendar: 'house' }], 'anniversary', '2026-04-15'],
    // Only the very first day can be counted itself: 14 April, the last of the 70 days, is not counted again.
    ['days that end on a sitting day, then a sitting day', [{ days: 70 }, { sittingDays: 1, calendar: 'house' }], 'anniversary', '2026-04-15'],
    ['days with the first counted, then a sitting day', [{ days: 71 }, { sittingDays: 1, calendar: 'house' }], 'day_before', '2026-04-15'],
    ['a month, then days', [{ months: 1 }, { days: 3 }], 'anniversary', '2026-03-06'],
  ])('end, from 3 February 2026, %s', (_, periods, convention, due) => expect(lastDay('2026-02-03', periods, convention)).toBe(due))

  it.each<[string, readonly Period[], string]>([
    ['days', [{ days: 30 }], '2026-04-01'],
    ['months', [{ months: 2 }], '2026-03-01'],
    ['working days', [{ workingDays: 19, calendar: 'office' }], '2026-04-03'],
    ['a week and working days', [{ weeks: 1 }, { workingDays: 2, calendar: 'office' }], '2026-04-22'],
  ])('lie before 1 May 2026, %s', (_, periods, due) => expect(lastDay('2026-05-01', periods, 'anniversary', { direction: 'back' })).toBe(due))

  it('move the last day of all to an open one, and none between', () => {
    const ifClosed = { move: 'forward', calendar: 'office' } as const
    // The sixtieth day is a Saturday, and Monday is closed: that matters only where nothing follows.
    expect(lastDay('2026-02-03', [{ days: 60 }], 'anniversary', { ifClosed })).toBe('2026-04-07')
    expect(lastDay('2026-02-03', [{ days: 60 }, { days: 1 }], 'anniversary', { ifClosed })).toBe('2026-04-07')
    expect(lastDay('2026-02-03', [{ days: 60 }, { days: 4 }], 'anniversary', { ifClosed })).toBe('2026-04-08')
  })

  it.each<[string, readonly Period[]]>([
    ['a calendar that has not so many days', [{ days: 60 }, { sittingDays: 4, calendar: 'house' }]],
    ['a calendar that is not on record', [{ sittingDays: 1, calendar: 'senate' }]],
  ])('are not known yet with %s', (_, periods) => expect(lastDay('2026-02-03', periods, 'anniversary')).toBeNull())

  it('never end earlier for a later day', () =>
    fc.assert(
      fc.property(fc.nat(200), fc.nat(40), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (start, later, days, workingDays) => {
        const from = plusDays(day('2026-01-01'), start)
        const periods: readonly Period[] = [{ days }, { workingDays, calendar: 'office' }]
        const [first, second] = [lastDay(from, periods, 'anniversary'), lastDay(plusDays(from, later), periods, 'anniversary')]
        expect(second === null || (first !== null && first <= second)).toBe(true)
      }),
    ))
})
