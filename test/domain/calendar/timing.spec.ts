import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { spanOf, type Timing, timing } from '../../../domain/calendar/timing.ts'

describe('the days that a printed timing covers', () => {
  // Each as a document of the seeds prints it.
  it.each<{ printed: Timing; first: string; last: string; why: string }>([
    { printed: { shape: 'year', year: 2022 }, first: '2022-01-01', last: '2022-12-31', why: 'a year' },
    { printed: { shape: 'years', from: 2012, to: 2019 }, first: '2012-01-01', last: '2019-12-31', why: 'a range of years' },
    { printed: { shape: 'half-year', year: 2012, half: 2 }, first: '2012-07-01', last: '2012-12-31', why: 'second half of 2012' },
    { printed: { shape: 'half-year', year: 2012, half: 1 }, first: '2012-01-01', last: '2012-06-30', why: 'first half of 2012' },
    { printed: { shape: 'season', year: 2012, season: 'autumn' }, first: '2012-09-01', last: '2012-11-30', why: 'autumn 2012' },
    { printed: { shape: 'season', year: 2011, season: 'winter' }, first: '2011-12-01', last: '2012-02-29', why: 'a winter runs into a leap February' },
    { printed: { shape: 'month', month: '2012-11' }, first: '2012-11-01', last: '2012-11-30', why: 'November 2012' },
    { printed: { shape: 'months', from: '2012-09', to: '2012-10' }, first: '2012-09-01', last: '2012-10-31', why: 'September to October' },
    { printed: { shape: 'before-end-of', year: 2011 }, first: '2011-01-01', last: '2011-12-31', why: 'before the end of 2011' },
    { printed: { shape: 'every-year', from: 2012, to: 2019 }, first: '2012-01-01', last: '2019-12-31', why: 'one event a year' },
    { printed: { shape: 'before', date: day('2013-06-13') }, first: '2013-06-13', last: '2013-06-13', why: 'the day itself counts as in time' },
    { printed: { shape: 'span', from: day('2012-10-05'), years: 2 }, first: '2012-10-05', last: '2014-10-05', why: 'the next two years, from the paper' },
  ])('of $why is $first to $last', ({ printed, first, last }) => expect(spanOf(printed)).toStrictEqual({ first, last }))

  it.each<Timing>([{ shape: 'session', session: 'gb-349' }, { shape: 'other-rows', rows: ['III-1'] }, { shape: 'none' }])(
    'are none of its own for $shape',
    (printed) => expect(spanOf(printed)).toBeNull(),
  )

  it('are refused for a range that ends before it begins', () => expect(() => spanOf({ shape: 'years', from: 2026, to: 2021 })).toThrow(RangeError))

  it('never end before they begin', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 0, max: 30 }), (from, years) => {
        const shapes: readonly Timing[] = [
          { shape: 'years', from, to: from + years },
          { shape: 'season', year: from, season: 'winter' },
          { shape: 'months', from: `${from}-02`, to: `${from + years}-12` },
          { shape: 'span', from: day(`${from}-02-28`), years: years + 1 },
        ]
        for (const shape of shapes) {
          const span = spanOf(shape)
          expect(span !== null && span.first <= span.last).toBe(true)
        }
      }),
    ))

  it('are read from a strict shape: a misspelt field is no timing', () => expect(timing.safeParse({ shape: 'year', yaer: 2022 }).success).toBe(false))
})
