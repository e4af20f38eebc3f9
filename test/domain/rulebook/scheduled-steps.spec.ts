import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { scheduleSteps } from '../../../domain/rulebook/scheduled-steps.ts'
import { submission } from '../../support/r202.ts'

const request = (closedOn: string) => scheduleSteps(submission.letters, day(closedOn), [])

describe('the letters that a kind plans', () => {
  it.each([
    { closedOn: '2012-06-14', on: '2012-08-01', why: 'the 101st, in June' },
    { closedOn: '2021-12-11', on: '2022-08-01', why: 'the 109th, in December' },
    { closedOn: '2012-07-31', on: '2012-08-01', why: 'the last day of July' },
    { closedOn: '2012-08-01', on: '2013-08-01', why: '1 August itself, so the next one' },
  ])('begin with the request on $on after a closing on $closedOn: $why', ({ closedOn, on }) =>
    expect(request(closedOn)).toStrictEqual([{ step: 'request', on }]),
  )

  it('remind on the first day after each limit, and only of limits that there are', () => {
    const [twelve, eighteen] = [
      { limit: '12-months', dueOn: day('2013-06-13') },
      { limit: '18-months', dueOn: day('2013-12-31') },
    ] as const
    expect(scheduleSteps(submission.letters, day('2012-06-14'), [twelve, eighteen]).slice(1)).toStrictEqual([
      { step: 'reminder12', on: '2013-06-14' },
      { step: 'reminder18', on: '2014-01-01' },
    ])
    expect(scheduleSteps(submission.letters, day('2012-06-14'), [eighteen]).slice(1)).toStrictEqual([{ step: 'reminder18', on: '2014-01-01' }])
  })
})
