import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { idsOfOrganization, ownedId } from '../../domain/ids.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { membersOn, type Organization } from '../../domain/organization/organization.ts'
import type { KnownPlan } from '../../domain/plan/plan.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import { foldInstrument, foldObligation } from '../fold.ts'
import { followedIn } from '../followed.ts'
import { mergeAppends } from '../merge-appends.ts'
import type { Append, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'
import { type Noted, notedBy } from './note-correction.ts'
import { owedAsCorrected } from './who-owes.ts'

type Change = {
  readonly organization: string
  readonly member: string
  readonly before: Organization
  readonly after: Organization
  readonly correction: Noted
  readonly today: CalendarDate
}

/**
 * What follows where it was recorded wrongly since when, or until when, a State was a Member: under each cycle, and under each plan that was
 * opened for those who were Members on its first day.
 *
 * @returns what is to be appended with the correction, and the instruments that must not have moved
 * @throws Refusal `already-released`; `not-correctable` where a plan asks something of each Member that this one does not owe yet
 */
export async function membershipFollows(context: ReadingContext, change: Change): Promise<Required<Pick<Append, 'streams' | 'preconditions'>>> {
  const { log } = context
  const { organization, before, after, correction, today } = change
  const all = idsOfOrganization(organization)
  const names = [...(await log.versions(stream.cycle(all))), ...(await log.versions(stream.plan(all)))].map((each) => each.stream)
  const followed = (await log.read(names)).histories.map(followedIn)
  const streams: Append['streams'][number][] = []
  const preconditions: NonNullable<Append['preconditions']>[number][] = []
  for (const each of followed) {
    if (each?.type === 'plan') streams.push(...(await underPlan(context, each.id, each.state, change)))
    if (each?.type !== 'cycle') continue
    const { histories } = await log.read([stream.instrument(ownedId(organization, each.state.instrument))])
    const [adopted] = histories
    const instrument = foldInstrument(adopted)
    if (adopted === undefined || instrument.status === 'unknown') throw new TypeError(`${each.id} follows ${each.state.instrument}, which is not on record`)
    preconditions.push({ stream: adopted.stream, version: adopted.version })
    const cycle = { id: each.id, history: each.history, cycle: each.state }
    const [owing, corrected] = [before, after].map((members) => ({ instrument, members: only(members, change.member) }))
    if (owing === undefined || corrected === undefined) continue
    const follows = await owedAsCorrected(context, cycle, owing, corrected, correction, false, today)
    streams.push(...follows.streams)
    preconditions.push(...follows.preconditions)
  }
  return { streams: mergeAppends(streams), preconditions }
}

/** As if it had this Member alone: what others owe does not change. */
const only = (members: Organization, member: string): Organization =>
  members.status === 'unknown' ? members : { ...members, members: Object.fromEntries(Object.entries(members.members).filter(([code]) => code === member)) }

async function underPlan(
  { log }: Pick<ReadingContext, 'log'>,
  id: string,
  plan: KnownPlan,
  { member, before, after, correction, today }: Change,
): Promise<Append['streams']> {
  const isMember = (members: Organization) => membersOn(members, plan.opensOn).some((each) => each.member === member)
  if (isMember(before) === isMember(after)) return []
  const { histories } = await log.read(plan.rows.flatMap(({ obligations }) => obligations.map(stream.obligation)))
  const owed = histories.flatMap((history) => {
    const state = foldObligation(history)
    return state.status !== 'unknown' && state.owedBy === 'member' ? [{ history, state }] : []
  })
  if (!isMember(after))
    return ended(
      owed.filter(({ state }) => state.party === member).map(({ history }) => history),
      correction,
      today,
    )
  const lacking = owed.find(
    ({ state }) => isOfAll(state, owed, membersOn(before, plan.opensOn).length) && !owed.some((own) => own.state.party === member && isSame(own.state, state)),
  )
  if (lacking === undefined) return []
  throw new Refusal(
    'not-correctable',
    `${id} asks ${lacking.state.kind} of each State that was a Member on ${plan.opensOn}, and ${member} does not owe it: enter it by a decision first (enter-obligation), then correct this`,
    { plan: id, row: lacking.state.request, member },
  )
}

type Owed = { readonly state: KnownObligation }

/** Whether a thing is owed by everybody who was a Member, so that the row asks it of each. */
const isOfAll = (state: KnownObligation, owed: readonly Owed[], members: number): boolean =>
  members > 1 && owed.filter((each) => isSame(each.state, state)).length >= members

const isSame = (a: KnownObligation, b: KnownObligation): boolean => a.request === b.request && a.kind === b.kind && a.occurrence === b.occurrence

const ended = (histories: readonly StreamHistory[], correction: Noted, today: CalendarDate): Append['streams'] =>
  mergeAppends([
    ...notedBy(histories, correction, today),
    ...histories.map((history) => {
      const state = foldObligation(history)
      const { reason, source } = correction
      return {
        stream: history.stream,
        atVersion: history.version,
        events: state.status === 'open' ? obligation.decide({ type: 'Release', today, reason, source }, state) : [],
      }
    }),
  ])
