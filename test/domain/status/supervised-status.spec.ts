import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { KnownObligation, ObligationEvent } from '../../../domain/obligation/state.ts'
import { statusOn } from '../../../domain/status/status-on.ts'
import { supervisedStatusOn } from '../../../domain/status/supervised-status.ts'
import type { Supervision } from '../../../domain/supervision/state.ts'
import { encryptedAs, opened, reported } from '../../support/r202.ts'
import { numbered } from '../../support/spec-for.ts'

function stateAfter(...events: readonly ObligationEvent[]): KnownObligation {
  const state = replay(obligation, numbered(events))
  if (state.status === 'unknown') throw new TypeError('The obligation was never opened')
  return state
}

const commented: Supervision = {
  status: 'supervised',
  organization: 'ilo',
  member: 'FRA',
  facts: [],
  comments: [
    {
      ...{ reference: 'C-1', kind: 'direct-request', body: 'experts', on: day('2015-02-10'), session: null, reportYear: 2015 },
      ...{ instruments: ['R202'], paragraph: null, repliedOn: null },
    },
  ],
  listings: [],
  clearings: [],
}
const nothing: Supervision = { status: 'unknown' }
const reminded: ObligationEvent = {
  type: 'LetterFellDue',
  occurredOn: day('2013-06-14'),
  data: { step: 'reminder12', letter: 'reminder12', setAtVersion: 1, dueOn: day('2013-06-14'), superseded: ['request'] },
}

describe('the four dimensions of a standing', () => {
  it('stay apart: a submission moves one, a comment another', () => {
    const late = stateAfter(opened(), ...reported.complete('a', '2015-03-01', '2015-02-20'))
    const status = supervisedStatusOn(late, day('2015-03-02'), { supervision: commented, withdrawalEffectiveOn: null })
    expect(status).toMatchObject({
      legalClock: 'expired',
      performance: { performedOn: '2015-02-20', class: 'late' },
      notification: 'complete',
      supervision: { stage: 'commented', since: '2015-02-10', comment: { reference: 'C-1', kind: 'direct-request' } },
      leftOn: null,
    })
    const { supervision: _, leftOn: __, ...three } = status
    expect(three).toStrictEqual(statusOn(late, day('2015-03-02')))
  })

  it('have what was said of another instrument on that one alone', () =>
    expect(
      supervisedStatusOn(stateAfter(opened({ instrument: 'R204' })), day('2016-01-01'), { supervision: commented, withdrawalEffectiveOn: null }).supervision
        .stage,
    ).toBe('none'))

  it('have a reminder that went below any comment, and none that spared the State', () => {
    const known = { supervision: nothing, withdrawalEffectiveOn: null }
    expect(supervisedStatusOn(stateAfter(opened(), reminded), day('2013-06-13'), known).supervision.stage).toBe('none')
    expect(supervisedStatusOn(stateAfter(opened(), reminded), day('2013-06-14'), known).supervision).toMatchObject({ stage: 'reminded', since: '2013-06-14' })
    const suppressed: readonly ObligationEvent[] = [
      { type: 'ExceptionalCircumstancesStated', occurredOn: day('2013-06-01'), data: { grounds: encryptedAs('grounds') } },
      {
        type: 'LetterSuppressed',
        occurredOn: day('2013-06-14'),
        data: { step: 'reminder12', letter: 'reminder12', setAtVersion: 1, dueOn: day('2013-06-14') },
      },
    ]
    expect(supervisedStatusOn(stateAfter(opened(), ...suppressed), day('2013-06-15'), known).supervision.stage).toBe('none')
  })

  it('say that the Member left, from the day on which it did, and leave what it owes as it is', () => {
    const known = { supervision: nothing, withdrawalEffectiveOn: day('2027-02-27') }
    expect(supervisedStatusOn(stateAfter(opened()), day('2027-02-26'), known)).toMatchObject({ leftOn: null, overdue: true })
    expect(supervisedStatusOn(stateAfter(opened()), day('2027-02-27'), known)).toMatchObject({ leftOn: '2027-02-27', overdue: true, discharged: false })
  })
})
