import { describe, expect, it } from 'vitest'
import { replay } from '../../../domain/decider.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { KnownObligation, ObligationEvent } from '../../../domain/obligation/state.ts'
import { letterCounts, outcomes } from '../../../domain/status/tally.ts'
import { opened, referral, referralRule, reported } from '../../support/r202.ts'
import { numbered } from '../../support/spec-for.ts'

describe('the count of letters', () => {
  it('takes those that the relay took, by kind', () => {
    expect(
      letterCounts([
        { kind: 'request', outcome: 'accepted' },
        { kind: 'request', outcome: 'accepted' },
        { kind: 'return', outcome: 'accepted' },
        { kind: 'reminder12', outcome: 'withdrawn' },
        { kind: 'reminder18', outcome: 'pending' },
        { kind: 'acknowledgement', outcome: 'uncertain' },
        { kind: 'acknowledgement', outcome: 'refused' },
      ]),
    ).toStrictEqual({ request: 2, reminder12: 0, reminder18: 0, acknowledgement: 0, return: 1 })
  })
})

describe('the outcomes of a cycle', () => {
  function stateAfter(...events: readonly ObligationEvent[]): KnownObligation {
    const state = replay(obligation, numbered(events))
    if (state.status === 'unknown') throw new TypeError('The obligation was never opened')
    return state
  }
  const submitted = (on: string) => stateAfter(opened(), ...reported.complete('a', '2015-03-01', on))

  it('are those of the submissions’ own dates, and open for the rest', () => {
    const open = [
      stateAfter(opened()),
      stateAfter(opened(), ...reported.incomplete('a', '2013-02-20', ['authorityAction'], '2013-03-22')),
      stateAfter(opened(), ...reported.complete('a', '2013-02-20'), ...reported.returned('a', '2013-03-01')),
    ]
    const classed = ['2013-06-13', '2013-06-14', '2013-12-13', '2013-12-14', '2014-12-14', '2014-12-15'].map(submitted)
    expect(outcomes([...open, ...classed])).toStrictEqual({ inTime: 1, inExceptionalWindow: 2, late: 3, open: 3 })
  })

  it('of a referral know no window', () => {
    const referralOpened = opened({ kind: referral, rule: referralRule })
    expect(outcomes([stateAfter(referralOpened, ...reported.complete('a', '2015-03-01', '2013-12-13'))])).toMatchObject({ inTime: 1 })
  })

  it('follow the report that discharged, not a later one', () => {
    const state = stateAfter(opened(), ...reported.complete('a', '2013-02-20', '2013-02-05'), ...reported.further('b', '2015-01-01', '2014-12-01'))
    expect(outcomes([state])).toStrictEqual({ inTime: 1, inExceptionalWindow: 0, late: 0, open: 0 })
  })

  it('cannot class a discharge without a submission: the record would be false', () => {
    const state = stateAfter(opened(), { ...discharge, data: { report: 'a' } })
    expect(() => outcomes([state])).toThrow(TypeError)
  })

  const [, , discharge] = reported.complete('a', '2013-02-20') as readonly [unknown, unknown, Extract<ObligationEvent, { type: 'ObligationDischarged' }>]
})
