import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { source } from '../provenance.ts'

const recorded = z.object({
  organization: z.string(),
  /** A type of event that the organization declares. */
  type: z.string(),
  /** The day on which it happened. */
  on: calendarDate,
  /** What it is about, by its code: a report, a row, a meeting. */
  about: z.string(),
  note: z.string().optional(),
  source: z.array(source),
})

/** The day was recorded wrongly: the one that counts from now on, and why. */
const corrected = z.object({ on: calendarDate, reason: z.string(), source: z.array(source) })

/** The limits of a cycle are counted from it, recorded or not: they move with it. */
const counted = z.object({ cycle: z.string() })

export const occurrenceEvents = { OccurrenceRecorded: recorded, OccurrenceCorrected: corrected, CycleCountedFromOccurrence: counted }
