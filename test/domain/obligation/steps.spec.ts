import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import type { LetterKind } from '../../../domain/letter/events.ts'
import type { CommandOf } from '../../../domain/obligation/commands.ts'
import { nextStep } from '../../../domain/obligation/next-step.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { encryptedAs, opened, opening, reported } from '../../support/r202.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)
const waits = (today: string, ...events: readonly ObligationEvent[]) => nextStep(replay(obligation, numbered(events)), day(today))
const take = (step: LetterKind, today: string, setAtVersion = 1): CommandOf<'TakeStep'> => ({ type: 'TakeStep', today: day(today), step, setAtVersion })
const fellDue = (step: LetterKind, dueOn: string, on = dueOn, superseded: LetterKind[] = []): ObligationEvent => ({
  type: 'LetterFellDue',
  occurredOn: day(on),
  data: { step, letter: step, setAtVersion: 1, dueOn: day(dueOn), superseded },
})
const expired = (limit: '12-months' | '18-months', dueOn: string): ObligationEvent => ({
  type: 'DeadlinePassed',
  occurredOn: day(dueOn),
  data: { limit, dueOn: day(dueOn), setAtVersion: 1 },
})
const suppressed: ObligationEvent = {
  type: 'LetterSuppressed',
  occurredOn: day('2013-06-14'),
  data: { step: 'reminder12', letter: 'reminder12', setAtVersion: 1, dueOn: day('2013-06-14') },
}
const circumstances: ObligationEvent = { type: 'ExceptionalCircumstancesStated', occurredOn: day('2013-01-01'), data: { grounds: encryptedAs('g') } }
const requested = fellDue('request', '2012-08-01')
const passed12 = expired('12-months', '2013-06-13')
const passed18 = expired('18-months', '2013-12-13')

describe('an obligation', () => {
  const command: CommandOf<'OpenObligation'> = { type: 'OpenObligation', today: day('2012-06-14'), opening: opening() }
  it('is opened once', () => {
    given().when(command).then(opened())
    given(opened()).when(command).thenRefused('already-opened')
  })
  it('takes no step before it is opened', () => given().when(take('request', '2012-08-01')).thenRefused('unknown-obligation'))
})

describe('the steps of an open obligation', () => {
  it('come in the order of their days, each on its day and not before', () => {
    const request = { step: 'request', letter: 'request', on: '2012-08-01', once: true }
    expect(waits('2012-06-14', opened())).toStrictEqual({ kind: 'step', ...request, setAtVersion: 1, superseded: [] })
    given(opened()).when(take('request', '2012-07-31')).thenNothing()
    given(opened()).when(take('request', '2012-08-01')).then(requested)
    given(opened(), requested).when(take('reminder12', '2013-06-13')).thenNothing()
    given(opened(), requested).when(take('reminder12', '2013-06-14')).then(passed12, fellDue('reminder12', '2013-06-14'))
    given(opened(), requested, passed12, fellDue('reminder12', '2013-06-14')).when(take('reminder18', '2013-12-13')).thenNothing()
    given(opened(), requested, passed12, fellDue('reminder12', '2013-06-14'))
      .when(take('reminder18', '2013-12-14'))
      .then(passed18, fellDue('reminder18', '2013-12-14'))
  })

  it('are none after the last, and none twice', () => {
    const all = [opened(), requested, passed12, fellDue('reminder12', '2013-06-14'), passed18, fellDue('reminder18', '2013-12-14')]
    expect(waits('2020-01-01', ...all)).toStrictEqual({ kind: 'none' })
    for (const step of ['request', 'reminder12', 'reminder18'] as const)
      given(...all)
        .when(take(step, '2020-01-01'))
        .thenNothing()
    given(opened(), requested).when(take('request', '2012-08-01')).thenNothing()
  })

  it('are not those of a deadline set by another event', () =>
    given(opened())
      .when(take('request', '2012-08-01', 2))
      .thenNothing())

  it('that fall together give way to the latest, which names them and shows both days', () => {
    given(opened())
      .when(take('reminder12', '2013-07-01'))
      .then(passed12, fellDue('reminder12', '2013-06-14', '2013-07-01', ['request']))
    given(opened()).when(take('request', '2013-07-01')).thenNothing()
    given(opened())
      .when(take('reminder18', '2014-01-01'))
      .then(passed12, passed18, fellDue('reminder18', '2013-12-14', '2014-01-01', ['request', 'reminder12']))
    given(opened(), fellDue('reminder12', '2013-06-14', '2013-07-01', ['request']))
      .when(take('request', '2013-07-02'))
      .thenNothing()
    expect(waits('2013-07-02', opened(), fellDue('reminder12', '2013-06-14', '2013-07-01', ['request']))).toMatchObject({ step: 'reminder18' })
  })

  it('taken late, on the last day of a stage, do not note it as passed: that day is still in time', () =>
    given(opened())
      .when(take('request', '2013-06-13'))
      .then(fellDue('request', '2012-08-01', '2013-06-13')))

  it('before tracking began are not taken, and their stage is not noted', () => {
    const tracked = (trackedFrom: string) => opened({ trackedFrom: day(trackedFrom) })
    expect(waits('2026-11-21', tracked('2026-11-21'))).toStrictEqual({ kind: 'none' })
    expect(waits('2013-06-14', tracked('2013-06-15'))).toMatchObject({ step: 'reminder18' })
    given(tracked('2013-06-15')).when(take('reminder12', '2013-06-15')).thenNothing()
    given(tracked('2013-06-15')).when(take('reminder18', '2013-12-14')).then(passed18, fellDue('reminder18', '2013-12-14'))
    given(tracked('2013-06-14')).when(take('reminder12', '2013-06-14')).then(passed12, fellDue('reminder12', '2013-06-14'))
  })

  it('spare a State that stated exceptional circumstances at 12 months, not at 18, and the day is noted all the same', () => {
    given(opened(), requested, circumstances).when(take('reminder12', '2013-06-14')).then(passed12, suppressed)
    given(opened(), requested, circumstances, passed12, suppressed).when(take('reminder12', '2013-06-15')).thenNothing()
    given(opened(), requested, circumstances, passed12, suppressed).when(take('reminder18', '2013-12-14')).then(passed18, fellDue('reminder18', '2013-12-14'))
  })

  it('go on after an answer that is incomplete', () =>
    given(opened(), requested, ...reported.incomplete('r', '2013-05-02', ['submitted'], '2013-06-01'))
      .when(take('reminder12', '2013-06-14'))
      .then(passed12, fellDue('reminder12', '2013-06-14')))

  it('end with the discharge, and begin again after a return without those taken before', () => {
    const discharged = [opened(), requested, passed12, fellDue('reminder12', '2013-06-14'), ...reported.complete('r', '2013-07-01')]
    expect(waits('2014-01-01', ...discharged)).toStrictEqual({ kind: 'none' })
    given(...discharged)
      .when(take('reminder18', '2013-12-14'))
      .thenNothing()
    const reopened = [...discharged, ...reported.returned('r', '2013-08-01')]
    given(...reopened)
      .when(take('reminder12', '2013-08-01'))
      .thenNothing()
    expect(waits('2013-08-01', ...reopened)).toMatchObject({ step: 'reminder18', on: '2013-12-14' })
  })
})

describe('exceptional circumstances', () => {
  const state: CommandOf<'StateExceptionalCircumstances'> = { type: 'StateExceptionalCircumstances', today: day('2013-01-01'), grounds: encryptedAs('g') }
  it('are recorded as stated, and not judged', () => given(opened()).when(state).then(circumstances))
  it('are refused once there is no limit left to extend', () =>
    given(opened(), ...reported.complete('r', '2012-12-01', '2012-11-01'))
      .when(state)
      .thenRefused('already-discharged', { dischargedBy: 'r' }))
  it('are refused where nothing is owed', () => given().when(state).thenRefused('unknown-obligation'))
})
