import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { membersOn, type OrganizationEvent, organization } from '../../../domain/organization/organization.ts'
import { numbered } from '../../support/spec-for.ts'

const name = { en: 'A', fr: 'A', es: 'A', ar: 'A' }
const established: OrganizationEvent = {
  type: 'OrganizationEstablished',
  occurredOn: day('1919-06-28'),
  data: { organization: 'ilo', name, zone: 'Europe/Zurich', source: [] },
}
const admitted = (member: string, admittedOn: string | null, knownBy: string | null = null): OrganizationEvent => ({
  type: 'MemberAdmitted',
  occurredOn: day('2026-01-01'),
  data: {
    member,
    name,
    letterLanguage: 'en',
    admittedOn: admittedOn === null ? null : day(admittedOn),
    knownBy: knownBy === null ? null : day(knownBy),
    status: 'confirmed',
    source: [],
  },
})
const leaves = (member: string, effectiveOn: string): OrganizationEvent => ({
  type: 'WithdrawalNoticeGiven',
  occurredOn: day('2025-02-27'),
  data: { member, effectiveOn: day(effectiveOn), status: 'confirmed', source: [] },
})
const on = (date: string, ...events: readonly OrganizationEvent[]) =>
  membersOn(replay(organization, numbered([established, ...events])), day(date)).map(({ member }) => member)

describe('the Members on a day', () => {
  it('count a State from the day of its admission', () => {
    expect(on('2016-02-23', admitted('TON', '2016-02-24'))).toStrictEqual([])
    expect(on('2016-02-24', admitted('TON', '2016-02-24'))).toStrictEqual(['TON'])
  })
  it('count it from the day by which it was known to be one, where the day of admission is not known', () => {
    expect(on('2004-12-31', admitted('CHE', null, '2005-01-01'))).toStrictEqual([])
    expect(on('2005-01-01', admitted('CHE', null, '2005-01-01'))).toStrictEqual(['CHE'])
    expect(on('2026-01-01', admitted('CHE', null, null))).toStrictEqual([])
  })
  it('count it until the day before its withdrawal takes effect, whenever the notice was given', () => {
    expect(on('2027-02-26', admitted('NIC', '1919-06-28'), leaves('NIC', '2027-02-27'))).toStrictEqual(['NIC'])
    expect(on('2027-02-27', admitted('NIC', '1919-06-28'), leaves('NIC', '2027-02-27'))).toStrictEqual([])
  })
  it('forget no withdrawal when the admission is recorded again with better sources', () =>
    expect(on('2027-02-27', admitted('NIC', null, '2005-01-01'), leaves('NIC', '2027-02-27'), admitted('NIC', '1919-06-28'))).toStrictEqual([]))
  it('count a State again that is admitted again after it left', () =>
    expect(on('1980-02-18', admitted('USA', '1934-08-20'), leaves('USA', '1977-11-06'), admitted('USA', '1980-02-18'))).toStrictEqual(['USA']))
  it('forget nobody when the organization is recorded again with better sources', () =>
    expect(on('2026-01-01', admitted('FRA', '1919-06-28'), established)).toStrictEqual(['FRA']))
  it('hear of no withdrawal of a State that was never one', () => expect(on('2027-02-27', leaves('NIC', '2027-02-27'))).toStrictEqual([]))
  it('are none of an organization that is not on record', () => expect(membersOn({ status: 'unknown' }, day('2026-01-01'))).toStrictEqual([]))

  it('come in the order of their codes, whatever the order of admission', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(['AFG', 'FRA', 'DEU', 'TON', 'ZWE'], { minLength: 5 }), fc.nat(3_000), (codes, age) => {
        const members = on('2026-01-01', ...codes.map((code) => admitted(code, plusDays(day('2026-01-01'), -age))))
        expect(members).toStrictEqual(['AFG', 'DEU', 'FRA', 'TON', 'ZWE'])
      }),
    ))
})
