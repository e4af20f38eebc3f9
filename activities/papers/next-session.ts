import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { sessionId } from '../../domain/plan/obligations-of.ts'
import { stream } from '../../domain/streams.ts'
import { foldPlan } from '../fold.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { sessionsOf } from './sessions-of.ts'

/** The session to which a plan is reported next: the first that lies ahead of the body that decided on it, else its last; `null` where no session decided. */
export async function nextSessionOf({ log }: Pick<UseCaseContext, 'log'>, id: string, today: CalendarDate): Promise<string | null> {
  const { histories } = await log.read([stream.plan(id)])
  const plan = foldPlan(histories[0])
  if (plan.status === 'unknown' || plan.decision.session === null) return null
  const sessions = await sessionsOf(log, plan.organization)
  const taken = sessions.find(({ id }) => id === sessionId(plan.organization, plan.decision.session ?? ''))
  const own = sessions
    .flatMap(({ id, body, status, opens }) => (body === taken?.body && status !== 'cancelled' && opens !== null ? [{ id, status, opens }] : []))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
  return (own.find(({ status, opens }) => status === 'announced' && opens >= today) ?? own.at(-1))?.id ?? null
}
