import { z } from 'zod'
import { organizationOf } from '../../../domain/ids.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { session as sessionDecider } from '../../../domain/session/session.ts'
import { stream } from '../../../domain/streams.ts'
import { foldSession } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import { movedBy } from '../../moved-by.ts'
import type { StreamHistory } from '../../ports.ts'
import { followsInstruments } from '../../session/follows-instruments.ts'
import { sourcesFrom, sourcesInput } from '../../source-input.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Records that a session is not held. What waited for it goes to the session held instead, in the same append; without one it loses its
 * days and waits for a decision. Nothing is sent for days that fell away.
 *
 * Refused as `unknown-session`, `already-closed`, `session-cancelled` (this one, or the one held instead), `unknown-document`;
 * `already-adopted` where an instrument that the session adopted is followed: it was held.
 */
export const cancelSession = defineCommand({
  name: 'cancel-session',
  summary: {
    en: 'records that a session is not held, and where its business went',
    fr: 'enregistre qu’une session n’est pas tenue, et où ses questions ont été renvoyées',
    es: 'registra que una reunión no se celebra, y adónde pasaron sus asuntos',
    ar: 'يسجّل عدم انعقاد دورة، والدورة التي أُحيلت إليها أعمالها',
  },
  scope: 'session',
  payload: z.strictObject({
    session: z.string().min(1),
    reason: z.string().trim().min(1).max(2_000),
    /** The session to which its business was moved, where a body said so. */
    instead: z.string().min(1).optional(),
    source: sourcesInput.optional(),
  }),
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ session, instead }) => ({
    ...{ id: session, organization: organizationOf(session), party: null },
    streams: [session, ...(instead === undefined ? [] : [instead])].map(stream.session),
  }),
  decide: async ({ context, metadata, payload, about: { id, organization }, histories: [history, other], today: todayAtSeat }) => {
    const { reason, instead } = payload
    const state = foldSession(history)
    if (history === undefined || state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${id}`, { session: id })
    if (instead !== undefined) requireHeld(instead, id, other)
    if (await followsInstruments(context, state.cycles))
      throw new Refusal('already-adopted', `An instrument that ${id} adopted is followed: it was held, and cannot be cancelled`, { session: id })

    const today = await todayAtSeat()
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const events = sessionDecider.decide({ type: 'CancelSession', today, reason, ...(instead === undefined ? {} : { instead }), source }, state)
    const own = { stream: history.stream, atVersion: history.version, events }
    return {
      streams: mergeAppends([own, ...(await movedBy(context, [{ history, events }], today))]),
      preconditions: other === undefined ? [] : [{ stream: other.stream, version: other.version }],
    }
  },
})

/** The session held instead is another one of the same organization, on record and not cancelled itself. */
function requireHeld(instead: string, cancelled: string, history: StreamHistory | undefined): void {
  const state = foldSession(history)
  if (instead === cancelled || state.status === 'unknown' || state.organization !== organizationOf(cancelled))
    throw new Refusal('unknown-session', `There is no session ${instead} that could be held instead of ${cancelled}`, { session: instead })
  if (state.status === 'cancelled') throw new Refusal('session-cancelled', `${instead} was cancelled itself`, { session: instead })
}
