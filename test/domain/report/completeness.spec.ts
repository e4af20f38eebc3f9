import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { missingFrom, performedOn } from '../../../domain/report/completeness.ts'
import type { Questionnaire } from '../../../domain/report/questionnaire.ts'
import { complete, referral, submission } from '../../support/r202.ts'

const requiredOfSubmission = submission.report.required
const requiredOfReferral = referral.report.required
const lacks = (change: Questionnaire) => missingFrom({ ...complete(), ...change }, requiredOfSubmission)

describe('what an answer on submission lacks', () => {
  it('is nothing when it is complete; the rest is asked for, not required', () => expect(lacks({})).toStrictEqual([]))
  it('is everything when it is empty, in the order in which it is required', () =>
    expect(missingFrom({}, requiredOfSubmission)).toStrictEqual([...requiredOfSubmission]))

  it.each<{ change: Questionnaire; missing: string }>([
    { change: { submitted: 'no' }, missing: 'submitted' },
    { change: { submitted: 'partly' }, missing: 'submitted' },
    { change: { competentAuthorities: [] }, missing: 'competentAuthorities' },
    { change: { competentAuthorities: [{ kind: 'legislature' }] }, missing: 'competentAuthorities' },
    { change: { governmentProposals: [] }, missing: 'governmentProposals' },
    { change: { governmentProposals: [{ instrument: 'R202' }] }, missing: 'governmentProposals' },
    { change: { authorityAction: null }, missing: 'authorityAction' },
    { change: { communicatedTo: [{ organization: 'Workers’ Union', side: 'workers' }] }, missing: 'communicatedTo.employers' },
    { change: { communicatedTo: [{ organization: 'Employers’ Union', side: 'employers' }] }, missing: 'communicatedTo.workers' },
    { change: { communicatedTo: [{ organization: 'Employers’ Union', side: 'employers' }, { side: 'workers' }] }, missing: 'communicatedTo.workers' },
  ])('is $missing with $change', ({ change, missing }) => expect(lacks(change)).toStrictEqual([missing]))

  it.each<Questionnaire>([
    { governmentProposals: ['To ratify'] },
    { governmentProposals: [{ proposal: 'no action' }] },
    { governmentProposals: [{ text: 'Later' }] },
  ])('is nothing with the proposal %j: its content is free', (change) => expect(lacks(change)).toStrictEqual([]))
})

describe('what an answer on referral lacks', () => {
  it('is its date and its authorities, and nothing of what a submission needs', () => {
    expect(missingFrom({}, requiredOfReferral)).toStrictEqual(['federal.referralDate', 'federal.referredAuthorities'])
    expect(missingFrom({ federal: { referralDate: day('2013-01-01'), referredAuthorities: [] } }, requiredOfReferral)).toStrictEqual([
      'federal.referredAuthorities',
    ])
    expect(missingFrom({ federal: { referralDate: day('2013-01-01'), referredAuthorities: ['The cantons'] } }, requiredOfReferral)).toStrictEqual([])
  })
})

describe('the day on which it was done', () => {
  const laidBefore = submission.report.performedOn
  it('is that of the field that the kind names', () => {
    expect(performedOn(complete('2013-02-05'), laidBefore)).toBe('2013-02-05')
    expect(performedOn({ ...complete(), federal: { referralDate: day('2013-03-01') } }, referral.report.performedOn)).toBe('2013-03-01')
  })
  it.each<Questionnaire>([{ submitted: 'no' }, { submitted: 'partly' }])('is not told where the answer does not say that it was done: %j', (change) =>
    expect(performedOn({ ...complete(), ...change }, laidBefore)).toBeUndefined(),
  )
  it('is told without any such answer where the kind asks for none', () =>
    expect(performedOn({ ...complete('2013-02-05'), submitted: 'no' }, { field: 'submissionDate' })).toBe('2013-02-05'))
})
