import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { closingOf } from '../../../domain/obligation/limit.ts'
import { nextStep } from '../../../domain/obligation/next-step.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { movedTo, opened, reported } from '../../support/r202.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)
const inferred = opened({ closing: { session: 'ilo:ilc-101', date: day('2012-06-14'), status: 'inferred' } })
const told = (step: 'request' | 'reminder12', dueOn: string): ObligationEvent => ({
  type: 'LetterFellDue',
  occurredOn: day(dueOn),
  data: { step, letter: step, setAtVersion: 1, dueOn: day(dueOn), superseded: [] },
})
const moved = (closing: string, status: 'confirmed' | 'inferred' = 'confirmed'): ObligationEvent => {
  const { type: _, limits, scheduled, today, source, ...rest } = movedTo(closing, '2013-07-01', status)
  return { type: 'LimitsMoved', occurredOn: today, data: { ...rest, limits: [...limits], scheduled: [...scheduled], source: [...source] } }
}
const foldOf = (...events: readonly ObligationEvent[]) => {
  const state = replay(obligation, numbered(events))
  if (state.status === 'unknown') throw new TypeError('The obligation was not opened')
  return state
}

describe('the deadlines of an obligation', () => {
  it('move with the closing, and the record says why', () => given(inferred).when(movedTo('2012-06-20', '2013-07-01')).then(moved('2012-06-20')))
  it('become certain where the closing is confirmed on the inferred day', () =>
    given(inferred).when(movedTo('2012-06-14', '2013-07-01')).then(moved('2012-06-14')))
  it('say so where the same day is no longer announced but inferred', () =>
    given(opened({ closing: { session: 'ilo:ilc-101', date: day('2012-06-14'), status: 'announced' } }))
      .when(movedTo('2012-06-14', '2013-07-01', 'inferred'))
      .thenTypes('LimitsMoved'))
  it('stay where the closing is the one on record', () => given(opened()).when(movedTo('2012-06-14', '2013-07-01')).thenNothing())
  it('are none before the obligation is opened', () => given().when(movedTo('2012-06-20', '2013-07-01')).thenRefused('unknown-obligation'))
  it('move for a discharged obligation as well: its class is computed from them', () =>
    given(inferred, ...reported.complete('r', '2013-03-01'))
      .when(movedTo('2012-06-20', '2013-07-01'))
      .thenTypes('LimitsMoved'))

  it('that kept their day were not set anew', () => {
    const state = foldOf(inferred, moved('2012-06-14'))
    expect(closingOf(state)).toMatchObject({ provisional: false, status: 'confirmed' })
    const { limits, scheduled } = state
    expect([...limits, ...scheduled].map(({ setAtVersion }) => setAtVersion)).toStrictEqual([1, 1, 1, 1, 1])
  })
  it('that moved were set by the event that moved them; the request keeps its own', () => {
    const { limits, scheduled } = foldOf(inferred, moved('2012-06-20'))
    expect(limits.map(({ dueOn, setAtVersion }) => [dueOn, setAtVersion])).toStrictEqual([
      ['2013-06-19', 2],
      ['2013-12-19', 2],
    ])
    expect(scheduled.map(({ step, on, setAtVersion }) => [step, on, setAtVersion])).toStrictEqual([
      ['request', '2012-08-01', 1],
      ['reminder12', '2013-06-20', 2],
      ['reminder18', '2013-12-20', 2],
    ])
  })
})

describe('after its day has moved', () => {
  it('a reminder is told again, and the stage is noted as passed again', () => {
    const events = [inferred, told('request', '2012-08-01'), told('reminder12', '2013-06-14'), moved('2012-06-30')]
    expect(nextStep(foldOf(...events), day('2013-06-14'))).toMatchObject({ step: 'reminder12', on: '2013-06-30', setAtVersion: 4 })
    given(...events)
      .when({ type: 'TakeStep', today: day('2013-06-30'), step: 'reminder12', setAtVersion: 4 })
      .then(
        { type: 'DeadlinePassed', occurredOn: day('2013-06-29'), data: { limit: '12-months', dueOn: day('2013-06-29'), setAtVersion: 4 } },
        {
          type: 'LetterFellDue',
          occurredOn: day('2013-06-30'),
          data: { step: 'reminder12', letter: 'reminder12', setAtVersion: 4, dueOn: day('2013-06-30'), superseded: [] },
        },
      )
  })
  it('a request is not told again, even where its own day is another', () => {
    const state = foldOf(inferred, told('request', '2012-08-01'), moved('2012-08-15'))
    expect(state.scheduled[0]).toStrictEqual({ step: 'request', letter: 'request', on: '2013-08-01', once: true, setAtVersion: 1 })
    expect(nextStep(state, day('2013-08-01'))).toMatchObject({ step: 'reminder12', setAtVersion: 3 })
  })
  it('a request that was not told yet goes on its new day', () =>
    expect(nextStep(foldOf(inferred, moved('2012-08-15')), day('2012-09-01'))).toMatchObject({ step: 'request', on: '2013-08-01' }))
  it('the timer for the earlier day finds nothing to do', () =>
    given(inferred, told('request', '2012-08-01'), moved('2012-06-20'))
      .when({ type: 'TakeStep', today: day('2013-06-14'), step: 'reminder12', setAtVersion: 1 })
      .thenNothing())
})
