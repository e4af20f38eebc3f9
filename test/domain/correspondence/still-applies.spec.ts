import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { stillApplies } from '../../../domain/correspondence/still-applies.ts'
import { replay } from '../../../domain/decider.ts'
import type { LetterKind } from '../../../domain/letter/events.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { encryptedAs, opened, reported } from '../../support/r202.ts'
import { numbered } from '../../support/spec-for.ts'

const circumstances: ObligationEvent = { type: 'ExceptionalCircumstancesStated', occurredOn: day('2013-01-01'), data: { grounds: encryptedAs('g') } }
const discharged = reported.complete('r', '2013-03-01')
const incomplete = reported.incomplete('r', '2013-03-01', ['submitted'], '2013-03-31')

const ofSubmission = ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return'] as const

const cases: readonly { why: string; events: readonly ObligationEvent[]; applies: readonly LetterKind[] }[] = [
  { why: 'no obligation is on record', events: [], applies: [] },
  { why: 'nothing was answered', events: [opened()], applies: ['request', 'reminder12', 'reminder18'] },
  { why: 'circumstances were stated', events: [opened(), circumstances], applies: ['request', 'reminder18'] },
  { why: 'the answer is incomplete', events: [opened(), ...incomplete], applies: ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return'] },
  { why: 'a complete report discharged', events: [opened(), ...discharged], applies: ['acknowledgement'] },
  { why: 'it was accepted', events: [opened(), ...discharged, reported.accepted('r', '2013-04-01')], applies: ['acknowledgement'] },
  {
    why: 'it was returned',
    events: [opened(), ...discharged, ...reported.returned('r', '2013-04-01')],
    applies: ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return'],
  },
  {
    why: 'it was withdrawn',
    events: [opened(), ...discharged, reported.withdrawn('r', '2013-04-01'), reported.reopened('r', '2013-04-01')],
    applies: ['request', 'reminder12', 'reminder18'],
  },
  {
    why: 'another report discharged after it was returned',
    events: [opened(), ...incomplete, ...reported.complete('s', '2013-04-01')],
    applies: ['acknowledgement'],
  },
]

describe('a letter still applies', () => {
  it.each(cases)('when $why: $applies', ({ events, applies }) => {
    const state = replay(obligation, numbered(events))
    expect(ofSubmission.filter((kind) => stillApplies({ kind, report: 'r' }, state))).toStrictEqual(applies)
  })
  it('never as an answer to a report that is not on record', () => {
    const state = replay(obligation, numbered([opened(), ...incomplete]))
    expect(
      (['acknowledgement', 'return'] as const).filter((kind) => stillApplies({ kind, report: 'x' }, state) || stillApplies({ kind }, state)),
    ).toStrictEqual([])
  })
})
