import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { submissionClass } from '../../../domain/report/submission-class.ts'

const twelve = { limit: '12-months', dueOn: day('2013-06-13') } as const
const eighteen = { limit: '18-months', dueOn: day('2013-12-13') } as const

describe('the class of a submission, by its own date', () => {
  it.each([
    { on: '2012-06-14', expected: 'inTime' },
    { on: '2013-06-12', expected: 'inTime' },
    { on: '2013-06-13', expected: 'inTime' },
    { on: '2013-06-14', expected: 'inExceptionalWindow' },
    { on: '2013-12-12', expected: 'inExceptionalWindow' },
    { on: '2013-12-13', expected: 'inExceptionalWindow' },
    { on: '2013-12-14', expected: 'late' },
  ])('of $on is $expected', ({ on, expected }) => {
    expect(submissionClass(day(on), [twelve, eighteen])).toBe(expected)
    expect(submissionClass(day(on), [eighteen, twelve])).toBe(expected)
  })

  it('has no window where the provision has one limit', () => {
    expect(submissionClass(day('2013-12-13'), [eighteen])).toBe('inTime')
    expect(submissionClass(day('2013-12-14'), [eighteen])).toBe('late')
  })

  it('is not guessed without a limit', () => expect(() => submissionClass(day('2013-12-13'), [])).toThrow(RangeError))
})
