import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { occurrenceId } from '../../../domain/ids.ts'
import { occurrence } from '../../../domain/occurrence/occurrence.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { stream } from '../../../domain/streams.ts'
import { foldOccurrence } from '../../fold.ts'
import { movedBy } from '../../moved-by.ts'
import { sourcesFrom, sourcesInput } from '../../source-input.ts'
import { defineCommand } from '../define-command.ts'

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.()-]*$/, 'a code holds letters, digits, points, hyphens and brackets')
const words = z.string().trim().min(1).max(2_000)

/**
 * Records that something of a declared type happened, or corrects the day of what is on record, for the reason given. What is counted
 * from it gets its days in the same append.
 *
 * Refused as `unknown-organization`, `unknown-event-type`, `date-in-future`, `already-recorded`, `reason-missing`, `already-corrected` where another day is on record
 * by now than the one to be corrected, `unknown-document`.
 */
export const recordEvent = defineCommand({
  name: 'record-event',
  summary: {
    en: 'records that something of a declared type happened, or corrects its day; what is counted from it moves',
    fr: 'enregistre un fait d’un type déclaré, ou en corrige le jour ; ce qui en est compté se déplace',
    es: 'registra un hecho de un tipo declarado, o corrige su día; lo que se cuenta desde él se mueve',
    ar: 'يسجّل حدثاً من نوع معلن، أو يصحّح يومه، فينتقل ما يُحسب منه',
  },
  scope: 'organization',
  /** `on` defaults to the day on which it is recorded. `reason`: why it has another day than was recorded before. */
  payload: z.strictObject({
    organization: z.string().min(1),
    type: code,
    about: code,
    on: calendarDate.optional(),
    /** The day on record that is wrong, where it is corrected. */
    corrects: calendarDate.optional(),
    reason: words.optional(),
    note: words.optional(),
    source: sourcesInput.optional(),
  }),
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ organization, type, about }) => ({
    id: organization,
    organization,
    party: null,
    streams: [stream.occurrence(occurrenceId({ organization, type, about }))],
  }),
  decide: async ({ context, metadata, payload, histories: [history], today: todayAtSeat }) => {
    const { organization, type: eventType, about, corrects, reason, note } = payload
    const declared = context.reference.eventTypesOf(organization)
    if (!declared.includes(eventType))
      throw new Refusal('unknown-event-type', `${organization} declares no event of the type ${eventType}. There are ${declared.join(', ') || 'none'}`, {
        type: eventType,
      })
    const today = await todayAtSeat()
    const happened = { organization, eventType, about, on: payload.on ?? today, source: sourcesFrom(context, organization, payload.source, metadata) }
    const said = { ...(corrects === undefined ? {} : { corrects }), ...(reason === undefined ? {} : { reason }), ...(note === undefined ? {} : { note }) }
    const events = occurrence.decide({ type: 'RecordEvent', today, ...happened, ...said }, foldOccurrence(history))
    const own = history ?? { stream: stream.occurrence(occurrenceId({ organization, type: eventType, about })), version: 0, events: [] }
    const moved = await movedBy(context, [{ history: own, events }], today)
    return { streams: [{ stream: own.stream, atVersion: own.version, events }, ...moved] }
  },
})
