import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import { computeLimit } from '../../../domain/calendar/computation.ts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => plusDays(day('1919-06-28'), days))
const anyMonths = fc.integer({ min: 1, max: 60 })
const anyConvention = fc.constantFrom('anniversary' as const, 'day_before' as const)

describe('a deadline counted from the closing of a session', () => {
  // The closings and limits of the sessions that adopted instruments.
  it.each([
    { ilc: 99, closed: '2010-06-18', twelve: ['2011-06-18', '2011-06-17'], eighteen: ['2011-12-18', '2011-12-17'] },
    { ilc: 100, closed: '2011-06-17', twelve: ['2012-06-17', '2012-06-16'], eighteen: ['2012-12-17', '2012-12-16'] },
    { ilc: 101, closed: '2012-06-14', twelve: ['2013-06-14', '2013-06-13'], eighteen: ['2013-12-14', '2013-12-13'] },
    { ilc: 103, closed: '2014-06-12', twelve: ['2015-06-12', '2015-06-11'], eighteen: ['2015-12-12', '2015-12-11'] },
    { ilc: 104, closed: '2015-06-13', twelve: ['2016-06-13', '2016-06-12'], eighteen: ['2016-12-13', '2016-12-12'] },
    { ilc: 106, closed: '2017-06-16', twelve: ['2018-06-16', '2018-06-15'], eighteen: ['2018-12-16', '2018-12-15'] },
    { ilc: 108, closed: '2019-06-21', twelve: ['2020-06-21', '2020-06-20'], eighteen: ['2020-12-21', '2020-12-20'] },
    { ilc: 111, closed: '2023-06-16', twelve: ['2024-06-16', '2024-06-15'], eighteen: ['2024-12-16', '2024-12-15'] },
    { ilc: 113, closed: '2025-06-13', twelve: ['2026-06-13', '2026-06-12'], eighteen: ['2026-12-13', '2026-12-12'] },
    { ilc: 114, closed: '2026-06-12', twelve: ['2027-06-12', '2027-06-11'], eighteen: ['2027-12-12', '2027-12-11'] },
  ])('of ILC $ilc, $closed, is $twelve after 12 months and $eighteen after 18, as each convention has it', ({ closed, twelve, eighteen }) => {
    const due = (months: number) => (['anniversary', 'day_before'] as const).map((convention) => computeLimit(day(closed), { months }, convention).dueOn)
    expect(due(12)).toStrictEqual(twelve)
    expect(due(18)).toStrictEqual(eighteen)
  })

  it.each([
    { closed: '2010-08-31', months: 18, anniversary: '2012-02-29', before: '2012-02-28', why: 'February of a leap year has 29 days' },
    { closed: '2011-08-31', months: 18, anniversary: '2013-02-28', before: '2013-02-27', why: 'February has 28' },
    { closed: '2012-02-29', months: 12, anniversary: '2013-02-28', before: '2013-02-27', why: 'no 29 February in the next year' },
    { closed: '2012-02-29', months: 48, anniversary: '2016-02-29', before: '2016-02-28', why: 'the 29th comes back' },
    { closed: '2013-09-01', months: 18, anniversary: '2015-03-01', before: '2015-02-28', why: 'the day before the first is in February' },
    { closed: '2013-12-31', months: 18, anniversary: '2015-06-30', before: '2015-06-29', why: 'June has 30 days' },
    { closed: '2013-01-01', months: 12, anniversary: '2014-01-01', before: '2013-12-31', why: 'the day before New Year is in the old one' },
  ])('of $closed + $months months is $anniversary, the day before $before: $why', ({ closed, months, anniversary, before }) => {
    expect(computeLimit(day(closed), { months }, 'anniversary').dueOn).toBe(anniversary)
    expect(computeLimit(day(closed), { months }, 'day_before').dueOn).toBe(before)
  })

  it('carries all that a clerk needs to do it again', () =>
    expect(computeLimit(day('2012-06-14'), { months: 12 }, 'day_before')).toStrictEqual({
      countedFrom: '2012-06-14',
      period: { months: 12 },
      convention: 'day_before',
      nominalOn: '2013-06-14',
      dueOn: '2013-06-13',
    }))

  it('never comes earlier for a later closing', () =>
    fc.assert(
      fc.property(anyDay, anyDay, anyMonths, anyConvention, (a, b, months, convention) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        expect(computeLimit(first, { months }, convention).dueOn <= computeLimit(second, { months }, convention).dueOn).toBe(true)
      }),
    ))

  it('lies the number of calendar months on, on the same day of the month or the last one that the month has', () =>
    fc.assert(
      fc.property(anyDay, anyMonths, (closed, months) => {
        const { nominalOn, dueOn } = computeLimit(closed, { months }, 'anniversary')
        const [year = 0, month = 0, date = 0] = closed.split('-').map(Number)
        const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0))
        const expected = new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), Math.min(date, lastOfMonth.getUTCDate())))
        expect(nominalOn).toBe(expected.toISOString().slice(0, 10))
        expect(dueOn).toBe(nominalOn)
      }),
    ))
})
