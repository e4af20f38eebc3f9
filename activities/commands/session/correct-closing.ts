import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { session as sessionDecider } from '../../../domain/session/session.ts'
import { stream } from '../../../domain/streams.ts'
import { nothingAfter } from '../../correction/within-session.ts'
import { foldSession } from '../../fold.ts'
import { movedBy } from '../../moved-by.ts'
import { sourcesFrom, sourcesInput } from '../../source-input.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Corrects a closing that was recorded wrongly; what was counted from it moves in the same append. The wrong event stays on record.
 *
 * Refused as `unknown-session`, `closing-not-known` where none is on record, `already-corrected` where another day is on record by now than the one to be
 * corrected, `nothing-corrected`, `date-in-future`, `closes-before-opening`, `unknown-document`; as `adoption-outside-session`,
 * `decision-outside-session` where something that the session adopted or decided is on record after the corrected day.
 */
export const correctClosing = defineCommand({
  name: 'correct-closing',
  summary: {
    en: 'corrects the closing of a session that was recorded wrongly; deadlines move with it',
    fr: 'corrige la clôture d’une session enregistrée par erreur ; les délais se déplacent avec elle',
    es: 'corrige la clausura de una reunión registrada por error; los plazos se mueven con ella',
    ar: 'يصحّح اختتام دورة سُجّل خطأً، فتنتقل المواعيد معه',
  },
  scope: 'session',
  payload: z.strictObject({
    session: z.string().min(1),
    /** The day on record that is wrong. */
    corrects: calendarDate,
    /** The day on which it closed. */
    closedOn: calendarDate,
    reason: z.string().trim().min(1).max(2_000),
    source: sourcesInput.optional(),
  }),
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ session }) => ({ id: session, organization: organizationOf(session), party: null, streams: [stream.session(session)] }),
  decide: async ({ context, metadata, payload, about: { id, organization }, histories: [history], today: todayAtSeat }) => {
    const state = foldSession(history)
    if (history === undefined || state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${id}`, { session: id })
    const today = await todayAtSeat()
    const { corrects, closedOn, reason } = payload
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const events = sessionDecider.decide({ type: 'CorrectClosing', today, corrects, closedOn, reason, source }, state)
    const preconditions = await nothingAfter(context, id, closedOn)
    const moved = await movedBy(context, [{ history, events }], today)
    return { streams: [{ stream: history.stream, atVersion: history.version, events }, ...moved], preconditions }
  },
})
