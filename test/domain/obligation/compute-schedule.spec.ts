import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { computeSchedule } from '../../../domain/obligation/compute-schedule.ts'
import { snapshotOf } from '../../../domain/obligation/kind-snapshot.ts'
import { countingOf } from '../../support/counting.ts'
import { referralRule, submission, submissionRule } from '../../support/r202.ts'

const scheduled = (closedOn: string, rule = submissionRule) =>
  computeSchedule({
    request: 'R202',
    counting: countingOf(),
    kindSnapshot: snapshotOf(submission),
    provision: { rule, closing: { session: 'ilo:ilc-101', date: day(closedOn), status: 'confirmed' }, printed: [] },
    timing: null,
    session: null,
    openedOn: day(closedOn),
    trackedFrom: day(closedOn),
    review: null,
  }).scheduled.map(({ step, on }) => `${step} ${on}`)

describe('the letters that a kind plans', () => {
  it.each([
    { closedOn: '2012-06-14', on: '2012-08-01', why: 'the 101st, in June' },
    { closedOn: '2021-12-11', on: '2022-08-01', why: 'the 109th, in December' },
    { closedOn: '2012-07-31', on: '2012-08-01', why: 'the last day of July' },
    { closedOn: '2012-08-01', on: '2013-08-01', why: '1 August itself, so the next one' },
  ])('begin with the request on $on after a closing on $closedOn: $why', ({ closedOn, on }) => expect(scheduled(closedOn)[0]).toBe(`request ${on}`))

  it('remind on the first day after each limit, and only of limits that there are', () => {
    expect(scheduled('2012-06-14').slice(1)).toStrictEqual(['reminder12 2013-06-14', 'reminder18 2013-12-14'])
    expect(scheduled('2012-06-14', referralRule).slice(1)).toStrictEqual(['reminder18 2013-12-14'])
  })
})
