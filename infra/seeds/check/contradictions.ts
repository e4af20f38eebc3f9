import { textIn } from '../../../domain/languages.ts'
import { citation, type Source } from '../../../domain/provenance.ts'
import { type Discrepancy, discrepancyAt } from '../discrepancy.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { MemberSeed } from '../schema/members.ts'
import type { SessionDaySeed } from '../schema/session.ts'

/** Every entry that its sources contradict, with the values that are not used. */
export function listContradictions({ sessions, members }: ParsedOrganization): readonly Discrepancy[] {
  const ofSessions = sessions.flatMap(({ file, value }) =>
    (['opens', 'closes'] as const)
      .filter((end) => value[end].status === 'contradicted')
      .map((end) => discrepancyAt(file, [end], `Sources differ on the day on which ${value.code} ${end}`, daysOf(value[end]))),
  )
  const ofMembers = members.value.members.flatMap((member, index) =>
    member.membership.status === 'contradicted'
      ? [
          discrepancyAt(
            members.file,
            ['members', index, 'membership'],
            `Sources differ on the admission of ${textIn(member.names, 'en')}`,
            admissionsOf(member),
          ),
        ]
      : [],
  )
  return [...ofSessions, ...ofMembers]
}

const daysOf = ({ date, earliest, latest, source, others, usedBecause }: SessionDaySeed) => ({
  used: withSource(date ?? `${earliest}/${latest}`, source),
  others: others.map((other) => withSource(other.printed === undefined ? other.date : `${other.date}, printed "${other.printed}"`, other.source)),
  why: usedBecause ?? '',
})

const admissionsOf = ({ membership: { admitted, source, others, usedBecause } }: MemberSeed) => ({
  used: withSource(dayOf(admitted), source),
  others: others.map(({ says, source: from, note }) => withSource(dayOf(says), from, note)),
  why: usedBecause ?? '',
})

const dayOf = ({ admittedOn, knownBy }: { admittedOn: string | null; knownBy: string | null }): string => admittedOn ?? `by ${knownBy}`

const withSource = (day: string, source: readonly Source[], note?: string): string => `${day} (${source.length > 0 ? source.map(citation).join('; ') : note})`
