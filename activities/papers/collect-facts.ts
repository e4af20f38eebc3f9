import type { FollowedDecision, PaperFacts } from '../../documents/papers/paper-facts.ts'
import { type CalendarDate, day as civilDay } from '../../domain/calendar/calendar-date.ts'
import { idsOfOrganization } from '../../domain/ids.ts'
import { sessionId } from '../../domain/plan/obligations-of.ts'
import type { Plan } from '../../domain/plan/plan.ts'
import { Refusal } from '../../domain/refusal.ts'
import { followedStreams, stream } from '../../domain/streams.ts'
import { foldOrganization, foldPlan } from '../fold.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { decisionIn } from './followed-cycle.ts'
import { type SessionOnRecord, sessionBefore, sessionsOf, shownSession } from './sessions-of.ts'
import { unitWords } from './unit-texts.ts'

export type PaperAsked = {
  readonly organization: string
  /** `<organization>:<body>-<number>`; without one, a progress report for no session. */
  readonly session: string | null
  /** `<organization>:<plan>`: the progress report of one cycle; without one, the follow-up to all decisions of the session's body. */
  readonly cycle: string | null
  /** The day for which it is computed; without one, the day that the record has reached, in UTC. */
  readonly day?: CalendarDate
}

/**
 * Everything that a paper says, of one reading of the record.
 *
 * @throws Refusal `unknown-organization`, `unknown-session`, `unknown-plan`
 */
export async function collectPaper(
  context: Pick<UseCaseContext, 'log' | 'encrypted'>,
  { organization: body, session, cycle, day }: PaperAsked,
): Promise<PaperFacts> {
  const { log, encrypted } = context
  const sessions = await sessionsOf(log, body)
  const held = session === null ? null : (sessions.find(({ id }) => id === session) ?? null)
  if (session !== null && held === null) throw new Refusal('unknown-session', `There is no session ${session}`, { session })

  const plans = cycle === null ? (await log.versions(stream.plan(idsOfOrganization(body)))).map((each) => each.stream) : []
  const names = cycle === null ? plans : followedStreams(cycle)
  const { histories, head } = await log.read([stream.organization(body), ...names])
  const [own, ...read] = histories
  const organization = foldOrganization(own)
  if (organization.status === 'unknown') throw new Refusal('unknown-organization', `There is no organization ${body}`, { organization: body })
  const wanted =
    cycle === null
      ? read.filter((history) => held !== null && decidedBy(held, sessions, body, foldPlan(history)))
      : [read.find(({ version }) => version > 0) ?? { stream: stream.plan(cycle), version: 0, events: [] }]
  const decisions = await Promise.all(wanted.map((history) => decisionIn(log, history, sessions)))

  return {
    kind: cycle === null ? 'follow-up' : 'progress',
    organization: organization.name,
    session: held === null ? null : shownSession(held),
    previous: held === null ? null : shownOrNull(sessionBefore(held, sessions)),
    day: day ?? (await dayReached(log, head)),
    position: decisions.some(isSynthetic) ? null : head,
    synthetic: decisions.some(isSynthetic),
    decisions: decisions.toSorted((a, b) => (opens(a) < opens(b) ? -1 : opens(a) > opens(b) ? 1 : a.id < b.id ? -1 : 1)),
    units: Object.fromEntries(Object.entries(organization.units).map(([code, { name }]) => [code, name])),
    words: await unitWords(
      encrypted,
      decisions.flatMap(({ obligations }) => obligations),
    ),
  }
}

/** A plan that this body decided on at an earlier session. */
function decidedBy(held: SessionOnRecord, sessions: readonly SessionOnRecord[], organization: string, plan: Plan): boolean {
  if (plan.status === 'unknown' || plan.decision.session === null) return false
  const taken = sessions.find(({ id }) => id === sessionId(organization, plan.decision.session ?? ''))
  return taken !== undefined && taken.body === held.body && (held.opens === null || taken.opens === null || taken.opens < held.opens)
}

const shownOrNull = (session: SessionOnRecord | null) => (session === null ? null : shownSession(session))
const isSynthetic = ({ cycle }: FollowedDecision): boolean => cycle.synthetic
const opens = ({ type, cycle }: FollowedDecision): CalendarDate => (type === 'plan' ? cycle.opensOn : cycle.trackedFrom)

async function dayReached(log: UseCaseContext['log'], head: number): Promise<CalendarDate> {
  const [last] = await log.readFrom(head - 1, 1)
  if (last === undefined) throw new Refusal('unknown-session', 'Nothing is on record')
  return civilDay(last.recordedAt.slice(0, 10))
}
