import { describe, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { complete, encryptedAs, opened, referralOpening, submission, submit } from '../../support/r202.ts'
import { specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)

const stated: ObligationEvent = { type: 'ExceptionalCircumstancesStated', occurredOn: day('2013-01-01'), data: { grounds: encryptedAs('g') } }
const reminder12 = { type: 'TakeStep', today: day('2013-06-14'), step: 'reminder12', setAtVersion: 1 } as const
const handled: ObligationEvent = {
  type: 'LetterFellDue',
  occurredOn: day('2012-08-01'),
  data: { step: 'request', letter: 'request', setAtVersion: 1, dueOn: day('2012-08-01'), superseded: [] },
}
const referral: ObligationEvent = { type: 'ObligationOpened', occurredOn: day('2012-06-14'), data: referralOpening() }

describe('what the kind of an obligation said when it was opened', () => {
  it('decides what a complete report is', () => {
    given(opened())
      .when(submit('r', '2013-06-01', {}))
      .thenTypes('ReportReceived', 'ReportReturned')
    given(opened())
      .when(submit('r', '2013-06-01', complete()))
      .thenTypes('ReportReceived', 'ObligationPerformed', 'ObligationDischarged', 'AcknowledgementOwed')
    given(opened())
      .when(submit('r', '2013-06-01', { ...complete(), submitted: 'no' }))
      .thenTypes('ReportReceived', 'ReportReturned')
    given(referral)
      .when(submit('r', '2013-06-01', { federal: { referralDate: day('2013-05-01'), referredAuthorities: ['The cantons'] } }))
      .thenTypes('ReportReceived', 'ObligationPerformed', 'ObligationDischarged', 'AcknowledgementOwed')
  })

  it('suppresses the reminder at 12 months where circumstances were stated', () => {
    given(opened(), handled, stated).when(reminder12).thenTypes('DeadlinePassed', 'LetterSuppressed')
    given(opened(), handled).when(reminder12).thenTypes('DeadlinePassed', 'LetterFellDue')
  })

  it('is decided from, whatever the kind is called', () => {
    const report = { form: 'questionnaire', required: ['submitted'], requested: [], performedOn: { field: 'submissionDate', given: 'submitted' } } as const
    const letters = submission.letters.map((letter) => ({ ...letter, suppressedBy: undefined }))
    const own = opened({ kind: { ...submission, code: 'ratification', letters, report: { ...report, required: [...report.required], requested: [] } } })
    given(own)
      .when(submit('r', '2013-06-01', { submitted: 'yes' }))
      .thenTypes('ReportReceived', 'ObligationDischarged', 'AcknowledgementOwed')
    given(own, handled, stated).when(reminder12).thenTypes('DeadlinePassed', 'LetterFellDue')
  })
})
