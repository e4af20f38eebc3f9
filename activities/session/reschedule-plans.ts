import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { computeSchedule } from '../../domain/obligation/compute-schedule.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { Source } from '../../domain/provenance.ts'
import type { SessionDays } from '../../domain/session/session-days.ts'
import { stream } from '../../domain/streams.ts'
import { countedOf, countingFor } from '../counting/counting-for.ts'
import { foldObligation, foldPlan } from '../fold.ts'
import type { After } from '../history-after.ts'
import type { Append } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** Why the days move, and what says so. */
export type Why = { readonly reason: string; readonly source: readonly Source[] }

/**
 * One `LimitsMoved` for each open obligation of these plans that waits for the session, to go into the append that records what became of it.
 *
 * @param ids what is counted from the session: those of plans are looked at
 * @param from the session that was waited for
 * @param after streams of which something is new, as they will be
 * @param to its days now; those of the session held instead; or no days, where the business waits for a decision
 */
export async function sessionsMoved(
  { log }: Pick<ReadingContext, 'log'>,
  ids: readonly string[],
  from: string,
  to: SessionDays,
  why: Why,
  today: CalendarDate,
  after: After,
): Promise<Append['streams']> {
  const plans = (await log.read(ids.map(stream.plan))).histories.map(foldPlan)
  const owed = plans.flatMap((plan) => (plan.status === 'unknown' ? [] : plan.rows.flatMap(({ obligations }) => obligations)))
  if (owed.length === 0) return []
  const { histories } = await log.read(owed.map(stream.obligation))
  const waiting = histories.flatMap((history) => {
    const state = foldObligation(history)
    return state.status === 'open' && state.basis.type === 'row' && state.session === from ? [{ history, state, timing: state.basis.row.timing }] : []
  })
  const [first] = waiting
  if (first === undefined) return []
  const counted = countedOf(waiting.map(({ state }) => state))
  const { counting } = await countingFor({ log }, first.state.organization, counted, after)
  return waiting.flatMap(({ history, state, timing }) => {
    const computed = computeSchedule({ ...state, provision: null, timing, session: to, counting })
    const events = obligation.decide({ type: 'MoveLimits', today, session: to.id, ...computed, ...why }, state)
    return events.length === 0 ? [] : [{ stream: history.stream, atVersion: history.version, events }]
  })
}
