import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { session as sessionDecider } from '../../../domain/session/session.ts'
import { stream } from '../../../domain/streams.ts'
import { foldSession } from '../../fold.ts'
import { movedBy } from '../../moved-by.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Records the actual closing of a session; what was counted from an announced or inferred one moves in the same append.
 *
 * Refused as `unknown-session`, `already-closed`, `session-cancelled`, `date-in-future`, `closes-before-opening`.
 */
export const closeSession = defineCommand({
  name: 'close-session',
  summary: {
    en: 'records the actual closing of a session; deadlines move with it',
    fr: 'enregistre la clôture effective d’une session ; les délais se déplacent avec elle',
    es: 'registra la clausura efectiva de una reunión; los plazos se mueven con ella',
    ar: 'يسجّل الاختتام الفعلي لدورة، فتنتقل المواعيد معه',
  },
  scope: 'session',
  /** `closedOn` defaults to the day on which it is recorded. */
  payload: z.strictObject({
    session: z.string().min(1),
    closedOn: calendarDate.optional(),
    reason: z.string().trim().min(1).max(2_000).optional(),
  }),
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ session }) => ({ id: session, organization: organizationOf(session), party: null, streams: [stream.session(session)] }),
  decide: async ({ context, metadata, payload, about, histories: [history], today: todayAtSeat }) => {
    const { reason = 'the actual closing was recorded' } = payload
    const state = foldSession(history)
    if (history === undefined || state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${about.id}`, { session: about.id })
    const today = await todayAtSeat()
    const source = [{ title: `Recorded by ${metadata.principal.role}` }]
    const closing = { closedOn: payload.closedOn ?? today, status: 'confirmed', reason, source } as const
    const events = sessionDecider.decide({ type: 'CloseSession', today, ...closing }, state)
    const moved = await movedBy(context, [{ history, events }], today)
    return { streams: [{ stream: history.stream, atVersion: history.version, events }, ...moved] }
  },
})
