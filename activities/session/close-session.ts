import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { requireMay } from '../../domain/may.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import { Refusal } from '../../domain/refusal.ts'
import { session as sessionDecider } from '../../domain/session/session.ts'
import { type Asked, decidingAgain, firstResult } from '../command.ts'
import { foldSession } from '../fold.ts'
import type { House } from '../house.ts'
import type { CommandResult } from '../ports.ts'
import { movedBy } from './moved-by.ts'

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
export function closeSession(house: House, asked: Asked, payload: z.infer<typeof closeSessionPayload>): Promise<CommandResult> {
  requireMay(asked.actor, 'close-session', null)
  const { session: id, reason = 'the actual closing was recorded' } = payload
  return decidingAgain(async () => {
    const { histories, answered } = await house.log.read([stream.session(id)], asked.commandId)
    if (answered !== null) return firstResult(asked, answered)
    const [history] = histories
    const state = foldSession(history)
    if (history === undefined || state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${id}`, { session: id })
    const today = await house.clock.today(house.reference.zoneOf(state.organization))
    const closedOn = payload.closedOn ?? today
    const source = [{ title: `Recorded by ${asked.actor.role}` }]
    const events = sessionDecider.decide({ type: 'CloseSession', today, closedOn, status: 'confirmed', reason, source }, state)
    const moved = await movedBy(house, [{ history, events }], today)
    return house.log.append({ ...asked, streams: [{ stream: history.stream, atVersion: history.version, events }, ...moved] })
  })
}
