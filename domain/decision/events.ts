import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { correction } from '../correction.ts'
import { dateStatus, source } from '../provenance.ts'

/** What a decision brought: ids of the obligations that it entered, moved or released. */
const brought = { enters: z.array(z.string()), moves: z.array(z.string()), releases: z.array(z.string()) }

/** A body decided this, at a session on record. `occurredOn` is the day on which it did. */
const taken = z.object({
  organization: z.string(),
  session: z.string(),
  /** The session as the decision's document names it, where it does so by number and month; `renumbered` where its number became another. */
  quoted: z.object({ body: z.string(), number: z.string(), month: z.string(), renumbered: z.boolean() }).optional(),
  /** As printed: `12(b)`. */
  paragraph: z.string(),
  text: z.string(),
  takenOn: calendarDate,
  /** `inferred` where no day was given and the last of the session stands for it. */
  status: dateStatus,
  /** The plan that it opened. */
  opens: z.string().optional(),
  ...brought,
  source: z.array(source).min(1),
})
export type DecisionTaken = Readonly<z.infer<typeof taken>>

/** What a decision on record brought, entered later than the decision itself. */
const applied = z.object(brought)

/** The decision was recorded wrongly: as it counts from now on, and what it brings beside what it brought before. `taken: false`: no such decision was taken. */
const corrected = z.object({
  ...correction,
  taken: z.boolean(),
  paragraph: z.string(),
  text: z.string(),
  takenOn: calendarDate,
  status: dateStatus,
  ...brought,
})

export const decisionEvents = { DecisionTaken: taken, DecisionApplied: applied, DecisionCorrected: corrected }
export type DecisionCorrected = Readonly<z.infer<typeof corrected>>
