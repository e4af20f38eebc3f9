import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { missingFrom, requiredOfReferral, requiredOfSubmission } from '../../../domain/report/completeness.ts'
import type { Questionnaire } from '../../../domain/report/questionnaire.ts'
import { complete } from '../../support/r202.ts'

const lacks = (change: Questionnaire) => missingFrom({ ...complete(), ...change }, requiredOfSubmission)

describe('what an answer on submission lacks', () => {
  it('is nothing when it is complete; the rest is asked for, not required', () => expect(lacks({})).toStrictEqual([]))
  it('is everything when it is empty, in the order of the questionnaire', () =>
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
