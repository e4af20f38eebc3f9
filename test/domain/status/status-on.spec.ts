import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { KnownObligation, ObligationEvent } from '../../../domain/obligation/state.ts'
import { statusOn } from '../../../domain/status/status-on.ts'
import { opened, referral, referralRule, reported } from '../../support/r202.ts'
import { numbered } from '../../support/spec-for.ts'

/** R202: closing 14 June 2012, so 13 June and 13 December 2013. */
function stateAfter(...events: readonly ObligationEvent[]): KnownObligation {
  const state = replay(obligation, numbered(events))
  if (state.status === 'unknown') throw new TypeError('The obligation was never opened')
  return state
}

const referralOpened = opened({ kind: referral, rule: referralRule })

describe('the legal clock', () => {
  it.each([
    { on: '2013-06-12', clock: 'running-12', why: 'the day before the first limit' },
    { on: '2013-06-13', clock: 'running-12', why: 'the last day counts as in time' },
    { on: '2013-06-14', clock: 'exceptional-12-18', why: 'the day after the first limit' },
    { on: '2013-12-12', clock: 'exceptional-12-18', why: 'the day before the second' },
    { on: '2013-12-13', clock: 'exceptional-12-18', why: 'the last day of all' },
    { on: '2013-12-14', clock: 'expired', why: 'the day after it' },
    { on: '2012-06-14', clock: 'running-12', why: 'the day of the closing itself' },
  ])('of a submission is $clock on $on: $why', ({ on, clock }) => expect(statusOn(stateAfter(opened()), day(on)).legalClock).toBe(clock))

  it.each([
    { on: '2013-06-14', clock: 'running-18', why: 'there is no step at 12 months' },
    { on: '2013-12-12', clock: 'running-18', why: 'the day before its single limit' },
    { on: '2013-12-13', clock: 'running-18', why: 'the limit itself' },
    { on: '2013-12-14', clock: 'expired', why: 'the day after it' },
  ])('of a referral is $clock on $on: $why', ({ on, clock }) => expect(statusOn(stateAfter(referralOpened), day(on)).legalClock).toBe(clock))

  it('runs on, whatever was done: a discharge is another dimension', () => {
    const discharged = stateAfter(opened(), ...reported.complete('a', '2013-02-20'))
    expect(statusOn(discharged, day('2013-06-13'))).toMatchObject({ legalClock: 'running-12', discharged: true })
    expect(statusOn(discharged, day('2014-01-01'))).toMatchObject({ legalClock: 'expired', discharged: true, overdue: false })
  })
})

describe('an open obligation', () => {
  it.each([
    { on: '2013-06-14', overdue: false, why: 'the second limit has not passed' },
    { on: '2013-12-13', overdue: false, why: 'the last day counts as in time' },
    { on: '2013-12-14', overdue: true, why: 'the last day is over' },
  ])('is overdue on $on: $overdue, for $why', ({ on, overdue }) => expect(statusOn(stateAfter(opened()), day(on)).overdue).toBe(overdue))

  it('is overdue after its single limit where it is a referral', () => {
    expect(statusOn(stateAfter(referralOpened), day('2013-12-13')).overdue).toBe(false)
    expect(statusOn(stateAfter(referralOpened), day('2013-12-14')).overdue).toBe(true)
  })

  it.each([
    { on: '2012-07-31', next: { step: 'request', on: '2012-08-01' } },
    { on: '2012-08-01', next: { step: 'request', on: '2012-08-01' } },
    { on: '2013-06-13', next: { step: 'request', on: '2012-08-01' } },
    { on: '2013-06-14', next: { step: 'reminder12', on: '2013-06-14' } },
    { on: '2013-12-14', next: { step: 'reminder18', on: '2013-12-14' } },
  ])('that was told nothing waits on $on for $next.step', ({ on, next }) => expect(statusOn(stateAfter(opened()), day(on)).next).toStrictEqual(next))
})

describe('a submission', () => {
  it.each([
    { submitted: '2013-06-12', class: 'inTime' },
    { submitted: '2013-06-13', class: 'inTime' },
    { submitted: '2013-06-14', class: 'inExceptionalWindow' },
    { submitted: '2013-12-12', class: 'inExceptionalWindow' },
    { submitted: '2013-12-13', class: 'inExceptionalWindow' },
    { submitted: '2013-12-14', class: 'late' },
  ])('of $submitted is $class by its own date, though it was reported in 2015', (expected) => {
    const status = statusOn(stateAfter(opened(), ...reported.complete('a', '2015-03-01', expected.submitted)), day('2015-03-02'))
    expect(status.performance).toStrictEqual({ performedOn: expected.submitted, class: expected.class })
    expect(status).toMatchObject({ discharged: true, overdue: false, notification: 'complete', next: null })
  })

  it('of a referral has no exceptional window', () => {
    const classOn = (submitted: string) =>
      statusOn(stateAfter(referralOpened, ...reported.complete('a', '2015-03-01', submitted)), day('2015-03-02')).performance?.class
    expect(classOn('2013-12-13')).toBe('inTime')
    expect(classOn('2013-12-14')).toBe('late')
  })

  it('keeps the date of the report that discharged it when further information gives another', () => {
    const state = stateAfter(opened(), ...reported.complete('a', '2013-02-20', '2013-02-05'), ...reported.further('b', '2013-07-01', '2013-06-20'))
    expect(statusOn(state, day('2013-07-02')).performance).toStrictEqual({ performedOn: '2013-02-05', class: 'inTime' })
  })

  it('stays known from a report that was returned: submitted, and still open', () => {
    const state = stateAfter(opened(), ...reported.complete('a', '2013-02-20', '2013-02-05'), ...reported.returned('a', '2013-03-01'))
    expect(statusOn(state, day('2014-01-01'))).toMatchObject({
      performance: { class: 'inTime' },
      discharged: false,
      overdue: true,
      notification: 'incomplete',
    })
  })

  it('of a report that was withdrawn is none', () => {
    const events = [...reported.complete('a', '2013-02-20'), reported.withdrawn('a', '2013-03-01'), reported.reopened('a', '2013-03-01')]
    expect(statusOn(stateAfter(opened(), ...events), day('2013-03-02'))).toMatchObject({ performance: null, discharged: false, notification: 'none' })
  })
})

describe('notification', () => {
  const on = day('2013-03-02')

  it.each([
    { notification: 'none', events: [] },
    { notification: 'incomplete', events: reported.incomplete('a', '2013-02-20', ['authorityAction'], '2013-03-22') },
    { notification: 'complete', events: reported.complete('a', '2013-02-20') },
    { notification: 'accepted', events: [...reported.complete('a', '2013-02-20'), reported.accepted('a', '2013-03-01')] },
    { notification: 'complete', events: [...reported.complete('a', '2013-02-20'), ...reported.further('b', '2013-03-01')] },
  ])('is $notification', ({ notification, events }) => expect(statusOn(stateAfter(opened(), ...events), on).notification).toBe(notification))

  it('of a report without a submission discharges nothing', () => {
    const state = stateAfter(opened(), ...reported.incomplete('a', '2013-02-20', ['submitted', 'submissionDate'], '2013-03-22'))
    expect(statusOn(state, day('2013-12-14'))).toMatchObject({ performance: null, discharged: false, overdue: true })
  })
})

describe('steps before tracking began', () => {
  it.each([
    { trackedFrom: '2012-06-14', before: false, next: { step: 'request', on: '2012-08-01' }, why: 'tracked from the closing' },
    { trackedFrom: '2012-08-01', before: false, next: { step: 'request', on: '2012-08-01' }, why: 'tracked from the day of the first step' },
    { trackedFrom: '2012-08-02', before: true, next: { step: 'reminder12', on: '2013-06-14' }, why: 'tracked from the day after it' },
    { trackedFrom: '2026-11-22', before: true, next: null, why: 'tracked from long after the last' },
  ])('are marked $before, and the next is $next: $why', ({ trackedFrom, before, next }) => {
    const status = statusOn(stateAfter(opened({ trackedFrom: day(trackedFrom) })), day('2012-06-15'))
    expect(status).toMatchObject({ stepsBeforeTracking: before })
    expect(status.next).toStrictEqual(next)
  })

  it('leave the clock and what is overdue as they are', () => {
    const state = stateAfter(opened({ trackedFrom: day('2026-11-22') }))
    expect(statusOn(state, day('2026-11-22'))).toMatchObject({ legalClock: 'expired', overdue: true })
  })
})
