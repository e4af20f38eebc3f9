import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { type MembershipCommand, membership } from '../../../domain/organization/membership.ts'
import { membersOn, type OrganizationEvent } from '../../../domain/organization/organization.ts'
import { numbered, specFor } from '../../support/spec-for.ts'
import { withdrawalRule } from '../../support/supervision-rules.ts'

const given = specFor(membership)
const name = { en: 'A', fr: 'A', es: 'A', ar: 'A' }
const established: OrganizationEvent = {
  type: 'OrganizationEstablished',
  occurredOn: day('1919-06-28'),
  data: { organization: 'ilo', name, zone: 'Europe/Zurich', source: [] },
}
const admitted = (member: string, on: string): OrganizationEvent => ({
  type: 'MemberAdmitted',
  occurredOn: day(on),
  data: { member, name, letterLanguage: 'en', admittedOn: day(on), knownBy: null, status: 'confirmed', source: [] },
})
/** As the seeds bring it: the day of effect alone. */
const leaves = (member: string, effectiveOn: string): OrganizationEvent => ({
  type: 'WithdrawalNoticeGiven',
  occurredOn: day('2025-02-27'),
  data: { member, effectiveOn: day(effectiveOn), status: 'inferred', source: [] },
})
const admit = (member: string, on: string, today = '2026-11-22'): MembershipCommand => ({
  type: 'AdmitMember',
  today: day(today),
  admittedOn: day(on),
  admission: { member, name, letterLanguage: 'en', status: 'confirmed', source: [] },
})
const notice = (member: string, receivedOn: string, today = '2026-11-22'): MembershipCommand => ({
  type: 'GiveWithdrawalNotice',
  today: day(today),
  member,
  receivedOn: day(receivedOn),
  rule: withdrawalRule,
  source: [],
})

describe('the admission of a State', () => {
  it('is recorded on its day', () => given(established).when(admit('TON', '2016-02-24')).then(admitted('TON', '2016-02-24')))
  it('is refused to a Member, on any day of its membership', () => {
    given(established, admitted('TON', '2016-02-24')).when(admit('TON', '2026-01-01')).thenRefused('already-member', { member: 'TON' })
    given(established, admitted('TON', '2016-02-24')).when(admit('TON', '2010-01-01')).thenRefused('already-member', { member: 'TON' })
    given(established, admitted('NIC', '1919-06-28'), leaves('NIC', '2027-02-27')).when(admit('NIC', '2026-11-22')).thenRefused('already-member')
  })
  it('is open again to a State that left', () =>
    given(established, admitted('NIC', '1919-06-28'), leaves('NIC', '2027-02-27'))
      .when(admit('NIC', '2028-01-01', '2028-01-02'))
      .thenTypes('MemberAdmitted'))
  it('has happened', () => given(established).when(admit('TON', '2026-11-23')).thenRefused('date-in-future'))
  it('needs an organization', () => given().when(admit('TON', '2016-02-24')).thenRefused('unknown-organization'))
})

describe('a notice of withdrawal', () => {
  const member = [established, admitted('FRA', '1919-06-28')] as const

  it('takes effect two years after it was received, with the computation and what it is subject to', () =>
    given(...member)
      .when(notice('FRA', '2026-03-02'))
      .then({
        type: 'WithdrawalNoticeGiven',
        occurredOn: day('2026-03-02'),
        data: {
          member: 'FRA',
          effectiveOn: day('2028-03-02'),
          status: 'inferred',
          receivedOn: day('2026-03-02'),
          computation: {
            countedFrom: day('2026-03-02'),
            period: { months: 24 },
            convention: 'anniversary',
            nominalOn: day('2028-03-02'),
            dueOn: day('2028-03-02'),
          },
          subjectTo: 'its dues are paid',
          source: [{ title: 'Article 1(5)' }],
        },
      }))
  it('is given once, seeded or recorded', () => {
    given(...member, leaves('FRA', '2027-02-27'))
      .when(notice('FRA', '2026-03-02'))
      .thenRefused('notice-already-given', { effectiveOn: '2027-02-27' })
  })
  it('is a Member’s to give', () => {
    given(...member)
      .when(notice('AND', '2026-03-02'))
      .thenRefused('not-a-member', { member: 'AND' })
    given(...member, leaves('FRA', '2027-02-27'))
      .when(notice('FRA', '2027-03-01', '2027-03-02'))
      .thenRefused('not-a-member')
    given(established, admitted('TON', '2016-02-24')).when(notice('TON', '2016-02-23')).thenRefused('not-a-member')
  })
  it('was received today at the latest', () =>
    given(...member)
      .when(notice('FRA', '2026-11-23'))
      .thenRefused('date-in-future'))
  it('may be given again by a State that came back', () =>
    given(...member, leaves('FRA', '2027-02-27'), admitted('FRA', '2028-01-01'))
      .when(notice('FRA', '2028-06-01', '2028-06-02'))
      .thenTypes('WithdrawalNoticeGiven'))

  it('ends membership on the day of its effect and on none before, whenever it was received', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), (offset) => {
        const receivedOn = plusDays(day('2012-01-01'), offset)
        const [given] = membership.decide(notice('FRA', receivedOn), replay(membership, numbered(member)))
        const state = replay(membership, numbered([...member, ...(given === undefined ? [] : [given])]))
        const effectiveOn = given?.type === 'WithdrawalNoticeGiven' ? given.data.effectiveOn : receivedOn
        expect(membersOn(state, plusDays(effectiveOn, -1))).toHaveLength(1)
        expect(membersOn(state, effectiveOn)).toHaveLength(0)
        expect(effectiveOn > plusDays(receivedOn, 728) && effectiveOn < plusDays(receivedOn, 732)).toBe(true)
      }),
    ))
})
