import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { letterKind } from '../letter/events.ts'

/** Something of which the party must be told, put here in the same append as the step that found it due. */
const queued = z.object({
  obligation: z.string(),
  kind: letterKind,
  /** The day on which the step was due; later than that, both days are shown. */
  dueOn: calendarDate,
  /** For a return or an acknowledgement: the report that is answered. */
  report: z.string().optional(),
  /** For a return: what is missing, by the questionnaire's names, and the day asked for. */
  missing: z.array(z.string()).optional(),
  returnDue: calendarDate.optional(),
  /** For a return in the reviewer's own words. */
  remarks: z.object({ id: z.string(), sha256: z.string() }).optional(),
})
export type QueuedNotice = Readonly<z.infer<typeof queued>>

/** The notices that one letter took up, by their versions in this stream. */
const gathered = z.object({ letter: z.string(), notices: z.array(z.int().positive()).min(1) })

/** Notices that no longer applied when the letter was to be written: the obligation had been answered. */
const dropped = z.object({ notices: z.array(z.int().positive()).min(1), reason: z.string() })

/** The letter has come to its end, in the same append as that end itself. */
const closed = z.object({ letter: z.string() })

export const correspondenceEvents = { NoticeQueued: queued, NoticesGathered: gathered, NoticesDropped: dropped, LetterClosed: closed }
