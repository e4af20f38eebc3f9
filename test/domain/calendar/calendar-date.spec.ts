import { describe, expect, it } from 'vitest'
import { calendarDate, day, daysBetween, plusDays } from '../../../domain/calendar/calendar-date.ts'

describe('a calendar date', () => {
  it.each(['2012-02-29', '2000-02-29', '2013-12-31'])('may be %s', (text) => expect(day(text)).toBe(text))

  it.each(['2013-02-30', '2013-02-29', '1900-02-29', '2013-13-01', '2013-00-10', '2013-6-13', '13-06-2013', '2013-06-13T00:00:00Z', ' 2013-06-13', ''])(
    'is never %j',
    (text) => expect(calendarDate.safeParse(text).success).toBe(false),
  )

  it('steps over the end of a month, a year and February', () => {
    expect(plusDays(day('2013-12-31'), 1)).toBe('2014-01-01')
    expect(plusDays(day('2012-02-28'), 1)).toBe('2012-02-29')
    expect(plusDays(day('2013-03-01'), -1)).toBe('2013-02-28')
  })

  it('counts whole days, in both directions, over a change of the clocks', () => {
    expect(daysBetween(day('2013-03-30'), day('2013-04-01'))).toBe(2)
    expect(daysBetween(day('2013-10-28'), day('2013-10-26'))).toBe(-2)
  })
})
