import { z } from 'zod'
import { organizationOf } from '../../domain/ids.ts'
import { requireMay } from '../../domain/permissions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { session as sessionDecider } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldSession } from '../fold.ts'
import { mergeAppends } from '../merge-appends.ts'
import type { CommandResult, StreamHistory } from '../ports.ts'
import { sourcesFrom, sourcesInput } from '../source-input.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { followsInstruments } from './follows-instruments.ts'
import { movedBy } from './reschedule-for-session.ts'

export const cancelSessionPayload = z.strictObject({
  session: z.string().min(1),
  reason: z.string().trim().min(1).max(2_000),
  /** The session to which its business was moved, where a body said so. */
  instead: z.string().min(1).optional(),
  source: sourcesInput.optional(),
})

/**
 * Records that a session is not held. What waited for it goes to the session held instead, in the same append; without one it loses its
 * days and waits for a decision. Nothing is sent for days that fell away.
 *
 * @throws Refusal `unknown-session`, `already-closed`, `session-cancelled` (this one, or the one held instead), `unknown-document`;
 * `already-adopted` where an instrument that the session adopted is followed: it was held
 */
export function cancelSession(context: UseCaseContext, metadata: CommandMetadata, payload: z.infer<typeof cancelSessionPayload>): Promise<CommandResult> {
  requireMay(metadata.actor, 'cancel-session', null)
  const { session: id, reason, instead } = payload
  const organization = organizationOf(id)
  return retryOnVersionConflict(async () => {
    const names = [id, ...(instead === undefined ? [] : [instead])].map(stream.session)
    const { histories, answered } = await context.log.read(names, metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const [history, other] = histories
    const state = foldSession(history)
    if (history === undefined || state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${id}`, { session: id })
    if (instead !== undefined) requireHeld(instead, id, other)
    if (await followsInstruments(context, state.cycles))
      throw new Refusal('already-adopted', `An instrument that ${id} adopted is followed: it was held, and cannot be cancelled`, { session: id })

    const today = await context.clock.today(context.reference.zoneOf(organization))
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const events = sessionDecider.decide({ type: 'CancelSession', today, reason, ...(instead === undefined ? {} : { instead }), source }, state)
    const own = { stream: history.stream, atVersion: history.version, events }
    const streams = mergeAppends([own, ...(await movedBy(context, [{ history, events }], today))])
    const guarded = other !== undefined && !streams.some((each) => each.stream === other.stream)
    return context.log.append({ ...metadata, streams, preconditions: guarded ? [{ stream: other.stream, version: other.version }] : [] })
  })
}

/** The session held instead is another one of the same organization, on record and not cancelled itself. */
function requireHeld(instead: string, cancelled: string, history: StreamHistory | undefined): void {
  const state = foldSession(history)
  if (instead === cancelled || state.status === 'unknown' || state.organization !== organizationOf(cancelled))
    throw new Refusal('unknown-session', `There is no session ${instead} that could be held instead of ${cancelled}`, { session: instead })
  if (state.status === 'cancelled') throw new Refusal('session-cancelled', `${instead} was cancelled itself`, { session: instead })
}
