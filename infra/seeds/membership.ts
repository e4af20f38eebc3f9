import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Admission } from '../../domain/organization/events.ts'
import { type Member, membersOn } from '../../domain/organization/organization.ts'
import type { MemberSeed } from './schema/members.ts'
import type { OrganizationSeeds } from './seeds.ts'

/** A Member's admission as the domain records it. */
export const admissionOf = ({ code, names, language, membership: { admitted, status, note, source } }: MemberSeed): Admission => ({
  member: code,
  name: names,
  letterLanguage: language,
  admittedOn: admitted.admittedOn,
  knownBy: admitted.knownBy,
  status,
  ...(note === undefined ? {} : { note }),
  source,
})

/** Who was a Member on a day, as the domain judges it, in the order of their codes. */
export function seededMembersOn({ organization, members }: Pick<OrganizationSeeds, 'organization' | 'members'>, day: CalendarDate): readonly Member[] {
  const entries = members.members.map((member): [string, Member] => [
    member.code,
    { ...admissionOf(member), withdrawalEffectiveOn: member.withdrawal?.effective.date ?? null, counts: { admission: 1, notice: null } },
  ])
  return membersOn({ status: 'established', name: organization.name, zone: organization.seat.zone, members: Object.fromEntries(entries), units: {} }, day)
}
