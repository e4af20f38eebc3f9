import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import { type ClosedDayRule, computeLimit } from '../../../domain/calendar/computation.ts'
import { computationText } from '../../../domain/calendar/computation-text.ts'
import { isOpenDay } from '../../../domain/calendar/day-calendar.ts'
import type { Period } from '../../../domain/calendar/period.ts'
import { findCalendar, sitting, working } from './calendars.ts'

const due = (from: string, span: Period, convention: 'anniversary' | 'day_before' = 'anniversary', ifClosed?: ClosedDayRule) =>
  computeLimit(day(from), span, convention, { findCalendar, ifClosed })?.dueOn ?? null

const sittings = (sittingDays: number): Period => ({ sittingDays, calendar: 'sittings' })
const workdays = (workingDays: number): Period => ({ workingDays, calendar: 'office-days' })

describe('a period of weeks or days', () => {
  it.each([
    { span: { days: 60 }, from: '2026-02-03', last: '2026-04-04', counted: '2026-04-03' },
    { span: { days: 1 }, from: '2028-02-28', last: '2028-02-29', counted: '2028-02-28' },
    { span: { weeks: 6 }, from: '2026-12-01', last: '2027-01-12', counted: '2027-01-11' },
  ])('of $span from $from ends on $last, and on $counted where the first day is counted', ({ span, from, last, counted }) => {
    expect(due(from, span)).toBe(last)
    expect(due(from, span, 'day_before')).toBe(counted)
  })
})

describe('a period of sitting days', () => {
  it.each([
    { from: '2026-02-03', count: 2, last: '2026-02-05', counted: '2026-02-04', why: 'the day itself is a sitting day' },
    { from: '2026-02-06', count: 1, last: '2026-02-10', counted: '2026-02-10', why: 'the first day is none, so counting it changes nothing' },
    { from: '2026-02-04', count: 6, last: '2026-03-04', counted: '2026-03-03', why: 'a week without sittings passes' },
    { from: '2026-03-05', count: 3, last: '2026-05-07', counted: '2026-05-06', why: 'the recess passes' },
  ])('of $count from $from ends on $last, or $counted: $why', ({ from, count, last, counted }) => {
    expect(due(from, sittings(count))).toBe(last)
    expect(due(from, sittings(count), 'day_before')).toBe(counted)
  })

  it('waits where fewer are known than are counted, and before the calendar begins', () => {
    expect(due('2026-03-05', sittings(4))).toBeNull()
    expect(due('2026-05-31', sittings(1))).toBeNull()
    expect(due('2026-01-05', sittings(1))).toBeNull()
  })

  it('lists the days counted, so that a clerk can count them again', () =>
    expect(computeLimit(day('2026-02-11'), sittings(2), 'anniversary', { findCalendar })).toStrictEqual({
      countedFrom: '2026-02-11',
      period: { sittingDays: 2, calendar: 'sittings' },
      convention: 'anniversary',
      nominalOn: '2026-03-03',
      countedDays: ['2026-02-12', '2026-03-03'],
      dueOn: '2026-03-03',
    }))
})

describe('a period of working days', () => {
  it.each([
    { from: '2026-04-01', count: 2, last: '2026-04-07', counted: '2026-04-02', why: 'Good Friday, a weekend and Easter Monday pass' },
    { from: '2026-04-30', count: 1, last: '2026-05-04', counted: '2026-04-30', why: '1 May and a weekend pass' },
    { from: '2026-05-02', count: 1, last: '2026-05-04', counted: '2026-05-04', why: 'a Saturday is never counted' },
  ])('of $count from $from ends on $last, or $counted: $why', ({ from, count, last, counted }) => {
    expect(due(from, workdays(count))).toBe(last)
    expect(due(from, workdays(count), 'day_before')).toBe(counted)
  })

  it('is known up to the last day of the calendar, and no further', () => {
    expect(due('2026-12-30', workdays(1))).toBe('2026-12-31')
    expect(due('2026-12-31', workdays(1))).toBeNull()
  })
})

describe('a last day that is closed', () => {
  it.each([
    { from: '2026-02-02', move: 'forward', calendar: 'office-days', last: '2026-04-07', nominal: '2026-04-03' },
    { from: '2026-02-02', move: 'back', calendar: 'office-days', last: '2026-04-02', nominal: '2026-04-03' },
    { from: '2026-02-02', move: 'forward', calendar: 'sittings', last: '2026-05-05', nominal: '2026-04-03' },
  ] as const)('60 days after $from goes $move to an open day of $calendar: $last', ({ from, move, calendar, last, nominal }) => {
    const computed = computeLimit(day(from), { days: 60 }, 'anniversary', { findCalendar, ifClosed: { move, calendar } })
    expect(computed).toMatchObject({ nominalOn: nominal, dueOn: last, adjustments: [{ move, calendar, from: nominal, to: last }] })
  })

  it('stays where it is open, with nothing said of an adjustment', () => {
    const computed = computeLimit(day('2026-02-03'), { weeks: 8 }, 'anniversary', { findCalendar, ifClosed: { move: 'forward', calendar: 'office-days' } })
    expect(computed?.dueOn).toBe('2026-03-31')
    expect(computed).not.toHaveProperty('adjustments')
  })

  it('waits where the calendar does not reach it', () =>
    expect(due('2026-12-01', { days: 60 }, 'anniversary', { move: 'forward', calendar: 'office-days' })).toBeNull())
})

it('is not counted by a calendar of the other type, nor by none', () => {
  expect(() => due('2026-02-03', { workingDays: 1, calendar: 'sittings' })).toThrow(RangeError)
  expect(() => due('2026-02-03', { sittingDays: 1, calendar: 'elsewhere' })).toThrow(RangeError)
})

describe('the count on one line', () => {
  const text = (from: string, span: Period, convention: 'anniversary' | 'day_before', ifClosed?: ClosedDayRule) => {
    const computed = computeLimit(day(from), span, convention, { findCalendar, ifClosed })
    return computed === null ? null : computationText('report', computed)
  }
  it.each([
    { said: text('2026-02-02', { days: 60 }, 'anniversary'), line: 'report 2026-02-02; plus 60 days = 2026-04-03' },
    {
      said: text('2026-02-02', { days: 61 }, 'day_before', { move: 'forward', calendar: 'office-days' }),
      line: 'report 2026-02-02; plus 61 days = 2026-04-04; day before = 2026-04-03; next open day (office-days) = 2026-04-07',
    },
    { said: text('2026-02-03', sittings(2), 'anniversary'), line: 'report 2026-02-03; 2 sitting days (2026-02-04, 2026-02-05) = 2026-02-05' },
    { said: text('2026-04-30', workdays(1), 'day_before'), line: 'report 2026-04-30; 1 working day, the first day counted (2026-04-30) = 2026-04-30' },
    { said: text('2026-01-31', { months: 1 }, 'anniversary'), line: 'report 2026-01-31; plus 1 month = 2026-02-28 (last day of a month without that day)' },
  ])('$line', ({ said, line }) => expect(said).toBe(line))
})

const anyKnownDay = fc.integer({ min: 0, max: 118 }).map((days) => plusDays(sitting.known.from, days))
const anyConvention = fc.constantFrom('anniversary' as const, 'day_before' as const)
const anyRule = fc.option(fc.record({ move: fc.constantFrom('forward' as const, 'back' as const), calendar: fc.constantFrom('sittings', 'office-days') }), {
  nil: undefined,
})
/** A period of each unit, by its count. */
const anyUnit = fc.constantFrom<((count: number) => Period)[]>(
  (months) => ({ months }),
  (weeks) => ({ weeks }),
  (days) => ({ days }),
  workdays,
  sittings,
)
/** What is not known yet comes after all that is. */
const orLater = (computed: { readonly dueOn: CalendarDate } | null): string => computed?.dueOn ?? 'later than any day'

describe('a limit of any unit', () => {
  it('never comes earlier for a later day', () =>
    fc.assert(
      fc.property(anyKnownDay, anyKnownDay, fc.integer({ min: 1, max: 9 }), anyUnit, anyConvention, anyRule, (a, b, count, unit, convention, ifClosed) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        const [one, other] = [first, second].map((from) => computeLimit(from, unit(count), convention, { findCalendar, ifClosed }))
        // Before its first open day a calendar knows no day to go back to: the limit waits, and is not a late one.
        fc.pre(ifClosed?.move !== 'back' || (one !== null && other !== null))
        expect(orLater(one ?? null) <= orLater(other ?? null)).toBe(true)
      }),
    ))

  it('never comes earlier for a longer period', () =>
    fc.assert(
      fc.property(anyKnownDay, fc.integer({ min: 1, max: 9 }), anyUnit, anyConvention, anyRule, (from, count, unit, convention, ifClosed) => {
        const [one, other] = [count, count + 1].map((length) => computeLimit(from, unit(length), convention, { findCalendar, ifClosed }))
        fc.pre(ifClosed?.move !== 'back' || (one !== null && other !== null))
        expect(orLater(one ?? null) <= orLater(other ?? null)).toBe(true)
      }),
    ))

  it('falls on a day that the calendar counts, and never beyond what it knows', () =>
    fc.assert(
      fc.property(anyKnownDay, fc.integer({ min: 1, max: 40 }), fc.constantFrom(workdays, sittings), anyConvention, (from, count, unit, convention) => {
        const computed = computeLimit(from, unit(count), convention, { findCalendar })
        if (computed === null) return
        const calendar = 'workingDays' in computed.period ? working : sitting
        expect(computed.countedDays).toHaveLength(count)
        expect(computed.countedDays?.every((one) => isOpenDay(calendar, one))).toBe(true)
        expect(computed.dueOn <= calendar.known.to).toBe(true)
      }),
    ))
})
