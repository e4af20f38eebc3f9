import type { NewestList, SupervisedMember } from '../activities/supervision/supervision-for.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { computedCriterion, type SupervisionRules } from '../domain/rulebook/supervision.ts'
import { memberForPrograms, memberInWords, membersInWords } from './format-supervision.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs, type SeenInstallation } from './read-as.ts'
import { resolveMember, supervisedOrganization } from './resolve-member.ts'
import { answer } from './write-output.ts'

export type SupervisionOptions = Reading & { readonly member?: string; readonly organization?: string; readonly asOf?: CalendarDate }

/** How far the supervision of each Member has gone, or of one with what is behind it. */
export const showSupervision = (ports: CommandLinePorts, options: SupervisionOptions): Promise<void> =>
  readAs(ports, options, (installation) => show(ports, installation, options))

async function show(ports: CommandLinePorts, hand: SeenInstallation, { member: given, organization: named, asOf, json }: SupervisionOptions): Promise<void> {
  const one = given === undefined ? null : await resolveMember(hand, given)
  const organization = named ?? one?.organization ?? supervisedOrganization(hand)
  const day = asOf ?? (await hand.today(organization))
  const { rules, members, list } = await hand.views.supervision({ organization, day, ...(one === null ? {} : { member: one.member }) })
  const [only] = members
  const shown = one === null ? members.filter((each) => isNoted(each)) : members
  await answer(ports, json, forPrograms({ organization, day, rules, members, shown, list }), () =>
    one === null || only === undefined ? membersInWords(shown, day, list) : memberInWords(only, day),
  )
}

/** Something counts against the State, or a body said something of it. */
const isNoted = ({ supervision, failure }: SupervisedMember): boolean => supervision.status !== 'unknown' || (failure?.counted.length ?? 0) > 0

type Found = {
  readonly organization: string
  readonly day: CalendarDate
  readonly rules: SupervisionRules
  readonly members: readonly SupervisedMember[]
  readonly shown: readonly SupervisedMember[]
  readonly list: NewestList
}

function forPrograms({ organization, day, rules, members, shown, list }: Found) {
  const applied = computedCriterion(rules)
  return {
    organization,
    asOf: day,
    criterion: applied === null ? null : { code: applied.code, wording: applied.wording, ...applied.computed, source: applied.source },
    notComputed: rules.criteria.filter(({ computed }) => computed === null).map(({ code, wording }) => ({ code, wording })),
    counted: { members: members.length, inSeriousFailure: members.filter(({ failure }) => failure?.serious === true).length },
    list,
    members: shown.map((each) => memberForPrograms(organization, each, day)),
  }
}
