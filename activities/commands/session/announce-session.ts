import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { monthOfYear, spanOf } from '../../../domain/calendar/timing.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { dateStatus } from '../../../domain/provenance.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Session, type SessionCommand, session as sessionDecider } from '../../../domain/session/session.ts'
import { stream } from '../../../domain/streams.ts'
import { foldSession } from '../../fold.ts'
import { movedBy } from '../../moved-by.ts'
import { followsInstruments } from '../../session/follows-instruments.ts'
import { sourcesFrom, sourcesInput } from '../../source-input.ts'
import { defineCommand } from '../define-command.ts'

/** Of a session on record, what is not given stands as it was announced; a month in place of days takes the days away. */
export const announceSessionPayload = z
  .strictObject({
    session: z.string().regex(/^[A-Za-z0-9-]+:[A-Za-z0-9-]+$/, 'a session is named by its organization and its code, as <organization>:<body>-358'),
    body: z.string().min(1).optional(),
    /** As printed: `338 bis`. */
    number: z.string().min(1).optional(),
    opensOn: calendarDate.optional(),
    closesOn: calendarDate.optional(),
    month: monthOfYear.optional(),
    sittings: z
      .array(z.strictObject({ from: calendarDate, to: calendarDate }))
      .min(1)
      .optional(),
    status: dateStatus.default('announced'),
    reason: z.string().trim().min(1).max(2_000).optional(),
    synthetic: z.boolean().optional(),
    note: z.string().trim().min(1).max(2_000).optional(),
    source: sourcesInput.optional(),
  })
  .refine(({ opensOn, closesOn, month, sittings }) => [opensOn, closesOn, month, sittings].some((given) => given !== undefined), {
    message: 'Give opensOn, closesOn, sittings or the month: a session is announced for days',
  })
  .refine(({ opensOn, closesOn, month, sittings }) => month === undefined || [opensOn, closesOn, sittings].every((given) => given === undefined), {
    path: ['month'],
    message: 'Give the days or the month, not both',
  })
type Payload = z.infer<typeof announceSessionPayload>

/**
 * Announces a session, or announces it again with other days: what is counted from them moves in the same append, for the reason given.
 *
 * Refused as `already-announced`, `already-closed`, `session-cancelled`, `closes-before-opening`, `unknown-document`;
 * `unknown-session` where one that is not on record is given without its body and number; `closing-not-known` where an instrument's
 * deadlines would lose the day from which they are counted.
 */
export const announceSession = defineCommand({
  name: 'announce-session',
  summary: {
    en: 'announces a session, or other days for one; what is counted from them moves',
    fr: 'annonce une session, ou d’autres dates pour elle ; ce qui en est compté se déplace',
    es: 'anuncia una reunión, u otros días para ella; lo que se cuenta desde ellos se mueve',
    ar: 'يعلن عن دورة، أو عن أيام أخرى لها، فينتقل ما يُحسب منها',
  },
  scope: 'session',
  payload: announceSessionPayload,
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ session }) => ({ id: session, organization: organizationOf(session), party: null, streams: [stream.session(session)] }),
  decide: async ({ context, metadata, payload, about: { id, organization }, histories: [history], today: todayAtSeat }) => {
    const state = foldSession(history)
    const today = await todayAtSeat()
    const announcement = { ...announcementFrom(payload, organization, state), source: sourcesFrom(context, organization, payload.source, metadata) }
    const events = sessionDecider.decide({ type: 'AnnounceSession', today, announcement }, state)
    if (announcement.closesOn === null && (await followsInstruments(context, state.cycles ?? [])))
      throw new Refusal('closing-not-known', `Deadlines are counted from the closing of ${id}: give the day on which it is expected`, { session: id })
    const own = { stream: stream.session(id), atVersion: history?.version ?? 0, events }
    return { streams: [own, ...(history === undefined ? [] : await movedBy(context, [{ history, events }], today))] }
  },
})

type Announcement = Omit<Extract<SessionCommand, { type: 'AnnounceSession' }>['announcement'], 'source'>

function announcementFrom(payload: Payload, organization: string, state: Session): Announcement {
  const before = state.status === 'unknown' ? null : state
  const { body = before?.body, number = before?.number, month, sittings, status, reason, synthetic, note } = payload
  if (body === undefined || number === undefined)
    throw new Refusal('unknown-session', `${payload.session} is not on record: to announce it, give its body and its number as printed`, {
      session: payload.session,
    })
  const opensOn = payload.opensOn ?? sittings?.[0]?.from
  const closesOn = payload.closesOn ?? sittings?.at(-1)?.to
  const kept = month === undefined ? before : null
  const span = month === undefined ? null : spanOf({ shape: 'month', month })
  return {
    ...{ organization, body, number },
    opensOn: opensOn ?? kept?.opensOn ?? null,
    closesOn: closesOn === undefined ? (kept?.closing ?? null) : { date: closesOn, status },
    ...(span === null ? {} : { between: { earliest: span.first, latest: span.last, status: 'month-only' } }),
    ...(sittings === undefined ? {} : { sittings }),
    ...(reason === undefined ? {} : { reason }),
    ...(synthetic === undefined ? {} : { synthetic }),
    ...(note === undefined ? {} : { note }),
  }
}
