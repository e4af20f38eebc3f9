import { foldYearlyList } from '../activities/fold.ts'
import { type MemberSupervision, supervisionOn } from '../activities/supervision/failures.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { yearlyListId } from '../domain/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import { computedCriterion, type SupervisionRules } from '../domain/rulebook/supervision.ts'
import { stream } from '../domain/streams.ts'
import { memberForPrograms, memberInWords, membersInWords } from './format-supervision.ts'
import type { Usual } from './options.ts'
import type { AvailableInstallation, CommandLinePorts } from './ports.ts'
import { resolveMember, supervisedOrganization } from './resolve-member.ts'
import { answer } from './write-output.ts'

export type SupervisionOptions = Usual & { readonly member?: string; readonly organization?: string; readonly asOf?: CalendarDate }

/** How far the supervision of each Member has gone, or of one with what is behind it. */
export const showSupervision = (ports: CommandLinePorts, options: SupervisionOptions): Promise<void> =>
  ports.read(options.data, (installation) => show(ports, installation, options))

async function show(
  ports: CommandLinePorts,
  hand: AvailableInstallation,
  { member: given, organization: named, asOf, json }: SupervisionOptions,
): Promise<void> {
  const one = given === undefined ? null : await resolveMember(hand, given)
  const organization = named ?? one?.organization ?? supervisedOrganization(hand)
  const rules = rulesOf(hand, organization)
  const day = asOf ?? (await hand.today(organization))
  const members = await supervisionOn(hand.installation.log, rules, day, one === null ? undefined : [one.member])
  const [only] = members
  if (one !== null && (only === undefined || only.membership === null))
    throw new Refusal('not-a-member', `${one.member} was never a Member of ${organization}`, { member: one.member, organization })
  const shown = one === null ? members.filter((each) => isNoted(each)) : members
  const list = await newestList(hand, organization, day)
  await answer(ports, json, forPrograms({ organization, day, rules, members, shown, list }), () =>
    one === null || only === undefined ? membersInWords(shown, day, list) : memberInWords(only, day),
  )
}

function rulesOf({ installation }: AvailableInstallation, organization: string): SupervisionRules {
  const rules = installation.reference.supervisionOf(organization)
  if (rules === null) throw new Refusal('rule-not-known', `${organization} declares no supervision of its Members`, { organization })
  return rules
}

/** Something counts against the State, or a body said something of it. */
const isNoted = ({ supervision, failure }: MemberSupervision): boolean => supervision.status !== 'unknown' || (failure?.counted.length ?? 0) > 0

/** The newest list that was made by then. */
async function newestList({ installation }: AvailableInstallation, organization: string, day: CalendarDate) {
  const { histories } = await installation.log.read([stream.yearlyList(yearlyListId(organization))])
  const yearly = foldYearlyList(histories[0])
  if (yearly.status === 'unknown') return null
  const list = yearly.lists.findLast(({ preparedOn }) => preparedOn <= day)
  if (list === undefined) return null
  const refreshed = list.refreshed !== null && list.refreshed.on <= day ? list.refreshed : null
  return {
    year: list.year,
    preparedOn: list.preparedOn,
    refreshedOn: refreshed?.on ?? null,
    members: refreshed?.members ?? list.prepared,
    dropped: refreshed?.dropped ?? [],
  }
}
export type NewestList = Awaited<ReturnType<typeof newestList>>

type Found = {
  readonly organization: string
  readonly day: CalendarDate
  readonly rules: SupervisionRules
  readonly members: readonly MemberSupervision[]
  readonly shown: readonly MemberSupervision[]
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
