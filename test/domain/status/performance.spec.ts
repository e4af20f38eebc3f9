import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { performanceClass } from '../../../domain/status/performance.ts'

const twelve = { dueOn: day('2013-06-13'), exceptional: false }
const eighteen = { dueOn: day('2013-12-13'), exceptional: true }
const single = { ...eighteen, exceptional: false }

describe('the class of what was done, by its own date', () => {
  it.each([
    { on: '2012-06-14', expected: 'inTime' },
    { on: '2013-06-12', expected: 'inTime' },
    { on: '2013-06-13', expected: 'inTime' },
    { on: '2013-06-14', expected: 'inExceptionalWindow' },
    { on: '2013-12-12', expected: 'inExceptionalWindow' },
    { on: '2013-12-13', expected: 'inExceptionalWindow' },
    { on: '2013-12-14', expected: 'late' },
  ])('of $on is $expected', ({ on, expected }) => {
    expect(performanceClass(day(on), { limits: [twelve, eighteen] })).toBe(expected)
    expect(performanceClass(day(on), { limits: [eighteen, twelve] })).toBe(expected)
  })

  it('has no window where the provision has one limit', () => {
    expect(performanceClass(day('2013-12-13'), { limits: [single] })).toBe('inTime')
    expect(performanceClass(day('2013-12-14'), { limits: [single] })).toBe('late')
  })

  it('counts to the last of several limits that stand open to all', () =>
    expect(performanceClass(day('2013-12-13'), { limits: [{ ...twelve, exceptional: false }, single] })).toBe('inTime'))

  it('is none where no limit was set', () => expect(performanceClass(day('2013-12-13'), { limits: [] })).toBe('undated'))
})
