import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import type { ObligationOpened } from '../../../domain/obligation/events.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { termsBefore } from '../../../domain/obligation/terms.ts'
import { complete, opening, referralOpening, sealedAs, submit } from '../../support/r202.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)

/** As it was opened before kinds were declared. */
const asOpenedBefore = ({ terms: _, ...opened }: ObligationOpened): ObligationEvent => ({
  type: 'ObligationOpened',
  occurredOn: day('2012-06-14'),
  data: opened,
})
const stated: ObligationEvent = { type: 'ExceptionalCircumstancesStated', occurredOn: day('2013-01-01'), data: { grounds: sealedAs('g') } }
const reminder12 = { type: 'TakeStep', today: day('2013-06-14'), step: 'reminder12', setAtVersion: 1 } as const
const settled: ObligationEvent = {
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
    given(asOpenedBefore(opening()), settled, stated).when(reminder12).thenTypes('DeadlinePassed', 'ReminderSpared')
    given(asOpenedBefore(opening()), settled).when(reminder12).thenTypes('DeadlinePassed', 'LetterFellDue')
  })

  it('opens a referral, and a referral nothing', () => {
    expect(replay(obligation, numbered([asOpenedBefore(opening())]))).toMatchObject({ terms: { opensOnConstituentMatter: 'referral' } })
    expect(replay(obligation, numbered([asOpenedBefore(referralOpening())]))).toMatchObject({ terms: { opensOnConstituentMatter: null } })
  })

  it('is of no other kind: there was none', () => expect(() => termsBefore('ratification')).toThrow(RangeError))
})

describe('an obligation with its terms on record', () => {
  const opened = (data: ObligationOpened): ObligationEvent => ({ type: 'ObligationOpened', occurredOn: day('2012-06-14'), data })
  const terms = termsBefore('submission')

  it('is decided from them, whatever its kind is called', () => {
    const own = opened({ ...opening(), kind: 'ratification', terms: { ...terms, spared: [], report: { ...terms.report, required: ['submitted'] } } })
    given(own)
      .when(submit('r', '2013-06-01', { submitted: 'yes' }))
      .thenTypes('ReportReceived', 'ObligationDischarged', 'AcknowledgementOwed')
    given(own, settled, stated).when(reminder12).thenTypes('DeadlinePassed', 'LetterFellDue')
  })
})
