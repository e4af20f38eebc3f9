import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { requireMay } from '../../domain/permissions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { session as sessionDecider } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldSession } from '../fold.ts'
import type { CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { movedBy } from './reschedule-for-session.ts'

/** `closedOn` defaults to the day on which it is recorded. */
export const closeSessionPayload = z.strictObject({
  session: z.string().min(1),
  closedOn: calendarDate.optional(),
  reason: z.string().trim().min(1).max(2_000).optional(),
})

/**
 * Records the actual closing of a session; what was counted from an announced or inferred one moves in the same append.
 *
 * @throws Refusal `unknown-session`, `already-closed`, `session-cancelled`, `date-in-future`, `closes-before-opening`
 */
export function closeSession(context: UseCaseContext, metadata: CommandMetadata, payload: z.infer<typeof closeSessionPayload>): Promise<CommandResult> {
  requireMay(metadata.actor, 'close-session', null)
  const { session: id, reason = 'the actual closing was recorded' } = payload
  return retryOnVersionConflict(async () => {
    const { histories, answered } = await context.log.read([stream.session(id)], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const [history] = histories
    const state = foldSession(history)
    if (history === undefined || state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${id}`, { session: id })
    const today = await context.clock.today(context.reference.zoneOf(state.organization))
    const closedOn = payload.closedOn ?? today
    const source = [{ title: `Recorded by ${metadata.actor.role}` }]
    const events = sessionDecider.decide({ type: 'CloseSession', today, closedOn, status: 'confirmed', reason, source }, state)
    const moved = await movedBy(context, [{ history, events }], today)
    return context.log.append({ ...metadata, streams: [{ stream: history.stream, atVersion: history.version, events }, ...moved] })
  })
}
