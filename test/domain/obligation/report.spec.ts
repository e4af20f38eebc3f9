import { describe, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { complete, encryptedAs, opened, referralOpening, reported, submit } from '../../support/r202.ts'
import { specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)

describe('a report', () => {
  it('that is complete discharges when it is recorded, and is acknowledged', () =>
    given(opened())
      .when(submit('r', '2013-03-01'))
      .then(...reported.complete('r', '2013-03-01')))

  it.each(['2013-06-13', '2013-06-14', '2013-12-14', '2019-12-31'])('of %s discharges, however late; when the act was done is its own fact', (date) =>
    given(opened())
      .when(submit('r', date, complete(date)))
      .then(...reported.complete('r', date, date)),
  )

  it('that is incomplete goes back in the same append with what is missing, due in 30 days', () => {
    const { authorityAction: _, ...answer } = complete()
    given(opened())
      .when(submit('r', '2013-03-01', answer))
      .then(
        reported.received('r', '2013-03-01', { missing: ['authorityAction'] }),
        { type: 'ObligationPerformed', occurredOn: day('2013-02-05'), data: { report: 'r' } },
        { type: 'ReportReturned', occurredOn: day('2013-03-01'), data: { report: 'r', missing: ['authorityAction'], due: day('2013-03-31') } },
      )
  })

  it.each(['no', 'partly'] as const)('that says "%s" discharges nothing and dates no submission', (submitted) =>
    given(opened())
      .when(submit('r', '2013-03-01', { ...complete(), submitted }))
      .then(reported.received('r', '2013-03-01', { submitted, missing: ['submitted'] }), {
        type: 'ReportReturned',
        occurredOn: day('2013-03-01'),
        data: { report: 'r', missing: ['submitted'], due: day('2013-03-31') },
      }),
  )

  it('with nothing in it lacks everything', () =>
    given(opened())
      .when(submit('r', '2013-03-01', {}))
      .thenTypes('ReportReceived', 'ReportReturned'))

  it('is refused where nothing is owed', () => given().when(submit('r', '2013-03-01')).thenRefused('unknown-obligation'))
  it.each([
    { why: 'complete', answer: complete('2012-06-13') },
    { why: 'incomplete', answer: { submitted: 'no' as const, submissionDate: day('2012-06-13') } },
  ])('that dates the act before the adoption is refused, though it be $why', ({ answer }) =>
    given(opened())
      .when(submit('r', '2013-03-01', answer))
      .thenRefused('submission-predates-adoption'),
  )
  it('with a date after its arrival is refused', () =>
    given(opened())
      .when(submit('r', '2013-03-01', complete('2013-03-02')))
      .thenRefused('date-after-arrival'))

  it('after the discharge is further information: it changes nothing and goes nowhere', () => {
    const discharged = [opened(), ...reported.complete('r', '2013-03-01')]
    given(...discharged)
      .when(submit('s', '2013-04-01', complete('2013-03-01')))
      .then(...reported.further('s', '2013-04-01'))
    given(...discharged)
      .when(submit('s', '2013-04-01', { submitted: 'no' }, { grounds: encryptedAs('g') }))
      .thenTypes('ReportReceived')
  })

  it('may state exceptional circumstances as well', () =>
    given(opened())
      .when(submit('r', '2013-03-01', { submitted: 'no', exceptionalCircumstances: 'Elections' }, { grounds: encryptedAs('g') }))
      .thenTypes('ReportReceived', 'ExceptionalCircumstancesStated', 'ReportReturned'))

  it('may complete an earlier one, if that one stands', () => {
    const incomplete = [opened(), ...reported.incomplete('r', '2013-03-01', ['submitted'], '2013-03-31')]
    given(...incomplete)
      .when(submit('s', '2013-03-20', complete(), { completes: 'r' }))
      .thenTypes('ReportReceived', 'ObligationPerformed', 'ObligationDischarged', 'AcknowledgementOwed')
    given(...incomplete)
      .when(submit('s', '2013-03-20', complete(), { completes: 'x' }))
      .thenRefused('unknown-report', { report: 'x' })
    given(...incomplete, reported.withdrawn('r', '2013-03-10'))
      .when(submit('s', '2013-03-20', complete(), { completes: 'r' }))
      .thenRefused('already-withdrawn', { report: 'r' })
  })

  it('counts the organizations that were given copies, by side', () =>
    given(opened())
      .when(
        submit('r', '2013-03-01', { communicatedTo: [{ organization: 'A', side: 'workers' }, { organization: 'B', side: 'workers' }, { side: 'employers' }] }),
      )
      .then(
        reported.received('r', '2013-03-01', {
          submitted: null,
          missing: ['submitted', 'submissionDate', 'competentAuthorities', 'governmentProposals', 'authorityAction', 'communicatedTo.employers'],
          copies: { employers: 0, workers: 2 },
        }),
        {
          type: 'ReportReturned',
          occurredOn: day('2013-03-01'),
          data: {
            report: 'r',
            missing: ['submitted', 'submissionDate', 'competentAuthorities', 'governmentProposals', 'authorityAction', 'communicatedTo.employers'],
            due: day('2013-03-31'),
          },
        },
      ))
})

describe('a report on a referral', () => {
  const owed: ObligationEvent = { type: 'ObligationOpened', occurredOn: day('2013-03-01'), data: referralOpening() }
  it('discharges with the date of the referral and the authorities, whatever a submission would need', () =>
    given(owed)
      .when(submit('r', '2013-09-01', { federal: { federalOrConstituent: 'mixed', referralDate: day('2013-08-01'), referredAuthorities: ['The cantons'] } }))
      .then(
        reported.received('r', '2013-09-01', { submitted: null, copies: { employers: 0, workers: 0 }, constituentMatter: true }),
        { type: 'ObligationPerformed', occurredOn: day('2013-08-01'), data: { report: 'r' } },
        { type: 'ObligationDischarged', occurredOn: day('2013-09-01'), data: { report: 'r' } },
        { type: 'AcknowledgementOwed', occurredOn: day('2013-09-01'), data: { report: 'r' } },
      ))
  it('is not discharged by a submission', () => given(owed).when(submit('r', '2013-09-01')).thenTypes('ReportReceived', 'ReportReturned'))
})
