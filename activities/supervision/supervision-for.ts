import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { yearlyListId } from '../../domain/ids.ts'
import { isWithin, type Principal } from '../../domain/principal.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SupervisionRules } from '../../domain/rulebook/supervision.ts'
import { stream } from '../../domain/streams.ts'
import { foldYearlyList } from '../fold.ts'
import type { EventLog } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { type MemberSupervision, supervisionOn } from './failures.ts'

export type SupervisionQuestion = {
  readonly organization: string
  readonly day: CalendarDate
  /** One State alone; without it, all that were Members on the day. */
  readonly member?: string
}

/** One State, and the positions of the events behind what is said of it. */
export type SupervisedMember = Omit<MemberSupervision, 'histories'> & {
  readonly behind: readonly { readonly stream: string; readonly positions: readonly number[] }[]
}

/** The newest list of those in serious failure that was made by a day. */
export type NewestList = {
  readonly year: number
  readonly preparedOn: CalendarDate
  readonly refreshedOn: CalendarDate | null
  readonly members: readonly string[]
  readonly dropped: readonly unknown[]
} | null

export type SupervisionAnswer = { readonly rules: SupervisionRules; readonly members: readonly SupervisedMember[]; readonly list: NewestList }

/**
 * How far the supervision of Members has gone. A ministry is shown its own State alone, and no list.
 *
 * @throws Refusal `unknown-organization`, `rule-not-known`; `not-a-member` where the State was never one, or is another than the ministry's
 */
export async function supervisionFor(
  { log, reference }: Pick<UseCaseContext, 'log' | 'reference'>,
  principal: Principal,
  { organization, day, member }: SupervisionQuestion,
): Promise<SupervisionAnswer> {
  if (!isWithin(principal, organization)) throw new Refusal('unknown-organization', `There is no organization ${organization}`, { organization })
  const rules = reference.supervisionOf(organization)
  if (rules === null) throw new Refusal('rule-not-known', `${organization} declares no supervision of its Members`, { organization })
  const isMinistry = principal.role === 'ministry'
  const only = isMinistry ? (principal.party ?? '') : member
  const members = await supervisionOn(log, rules, day, only === undefined ? undefined : [only])
  if (member !== undefined && !members.some((each) => each.member === member && each.membership !== null))
    throw new Refusal('not-a-member', `${member} was never a Member of ${organization}`, { member, organization })
  return { rules, members: members.map(withPositions), list: isMinistry ? null : await newestList(log, organization, day) }
}

const withPositions = ({ histories, ...member }: MemberSupervision): SupervisedMember => ({
  ...member,
  behind: histories.map(({ stream: name, events }) => ({ stream: name, positions: events.map(({ position }) => position) })),
})

async function newestList(log: EventLog, organization: string, day: CalendarDate): Promise<NewestList> {
  const { histories } = await log.read([stream.yearlyList(yearlyListId(organization))])
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
