import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import type { ObligationOpened } from '../../../domain/obligation/events.ts'
import { snapshotBefore } from '../../../domain/obligation/kind-snapshot.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { complete, encryptedAs, opening, referralOpening, submit } from '../../support/r202.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)

/** As it was opened before kinds were declared. */
const asOpenedBefore = ({ kindSnapshot: _, ...opened }: ObligationOpened): ObligationEvent => ({
  type: 'ObligationOpened',
  occurredOn: day('2012-06-14'),
  data: opened,
})
const stated: ObligationEvent = { type: 'ExceptionalCircumstancesStated', occurredOn: day('2013-01-01'), data: { grounds: encryptedAs('g') } }
const reminder12 = { type: 'TakeStep', today: day('2013-06-14'), step: 'reminder12', setAtVersion: 1 } as const
const handled: ObligationEvent = {
  type: 'LetterFellDue',
  occurredOn: day('2012-08-01'),
  data: { step: 'request', setAtVersion: 1, dueOn: day('2012-08-01'), superseded: [] },
}

describe('an obligation that was opened before its terms stood in the record', () => {
  it('asks of a report what it always did', () => {
    given(asOpenedBefore(opening()))
      .when(submit('r', '2013-06-01', {}))
      .thenTypes('ReportReceived', 'ReportReturned')
    given(asOpenedBefore(opening()))
      .when(submit('r', '2013-06-01', complete()))
      .thenTypes('ReportReceived', 'SubmissionMade', 'ObligationDischarged', 'AcknowledgementOwed')
    given(asOpenedBefore(opening()))
      .when(submit('r', '2013-06-01', { ...complete(), submitted: 'no' }))
      .thenTypes('ReportReceived', 'ReportReturned')
    given(asOpenedBefore(referralOpening()))
      .when(submit('r', '2013-06-01', { federal: { referralDate: day('2013-05-01'), referredAuthorities: ['The cantons'] } }))
      .thenTypes('ReportReceived', 'SubmissionMade', 'ObligationDischarged', 'AcknowledgementOwed')
  })

  it('spares the reminder at 12 months where circumstances were stated', () => {
    given(asOpenedBefore(opening()), handled, stated).when(reminder12).thenTypes('DeadlinePassed', 'ReminderSuppressed')
    given(asOpenedBefore(opening()), handled).when(reminder12).thenTypes('DeadlinePassed', 'LetterFellDue')
  })

  it('opens a referral, and a referral nothing', () => {
    expect(replay(obligation, numbered([asOpenedBefore(opening())]))).toMatchObject({ kindSnapshot: { opensOnConstituentMatter: 'referral' } })
    expect(replay(obligation, numbered([asOpenedBefore(referralOpening())]))).toMatchObject({ kindSnapshot: { opensOnConstituentMatter: null } })
  })

  it('is of no other kind: there was none', () => expect(() => snapshotBefore('ratification')).toThrow(RangeError))
})

describe('an obligation with its terms on record', () => {
  const opened = (data: ObligationOpened): ObligationEvent => ({ type: 'ObligationOpened', occurredOn: day('2012-06-14'), data })
  const kindSnapshot = snapshotBefore('submission')

  it('is decided from them, whatever its kind is called', () => {
    const own = opened({
      ...opening(),
      kind: 'ratification',
      kindSnapshot: { ...kindSnapshot, suppressed: [], report: { ...kindSnapshot.report, required: ['submitted'] } },
    })
    given(own)
      .when(submit('r', '2013-06-01', { submitted: 'yes' }))
      .thenTypes('ReportReceived', 'ObligationDischarged', 'AcknowledgementOwed')
    given(own, handled, stated).when(reminder12).thenTypes('DeadlinePassed', 'LetterFellDue')
  })
})
