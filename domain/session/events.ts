import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { dateStatus, source } from '../provenance.ts'

const announced = z.object({
  organization: z.string(),
  /** The code of the body that meets, as its organization names it. */
  body: z.string(),
  /** As printed: `101`, `338 bis`. Never a number to count with. */
  number: z.string(),
  opensOn: calendarDate.nullable(),
  /** The closing as announced or inferred; `null` where only the month is known. */
  closesOn: z.object({ date: calendarDate, status: dateStatus }).nullable(),
  /** The first and the last day that it can have, where its days are not known to the day. */
  between: z.object({ earliest: calendarDate, latest: calendarDate, status: dateStatus }).optional(),
  /** The days on which it sits, where it does not sit throughout: its closing is that of the last. */
  sittings: z.array(z.object({ from: calendarDate, to: calendarDate })).optional(),
  /** Why it has other days than were announced before. */
  reason: z.string().optional(),
  /** True where a rehearsal made the session up. */
  synthetic: z.boolean().optional(),
  note: z.string().optional(),
  source: z.array(source),
})

/** The actual closing. It replaces what was announced and says why. */
const closed = z.object({ closedOn: calendarDate, status: dateStatus, reason: z.string(), source: z.array(source) })

/** The closing on record was wrong: the day that it corrects, the day that it was, and why. The earlier event stays as it is. */
const closingCorrected = z.object({ corrects: calendarDate, closedOn: calendarDate, reason: z.string(), source: z.array(source) })

/** `instead`: the session to which its business was moved, where a body said so. */
const cancelled = z.object({ reason: z.string(), instead: z.string().optional(), source: z.array(source) })

/** A cycle's deadlines are counted from this session's closing: they move when it does. */
const countedFrom = z.object({ cycle: z.string() })

export const sessionEvents = {
  SessionAnnounced: announced,
  SessionClosed: closed,
  ClosingCorrected: closingCorrected,
  SessionCancelled: cancelled,
  CycleCountedFromClosing: countedFrom,
}
