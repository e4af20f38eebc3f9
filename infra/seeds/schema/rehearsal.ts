import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { text } from './status.ts'

/** A cycle by its code, or with its organization where two have one of that code. */
const playable = z.string().regex(/^([A-Za-z0-9-]+:)?[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'This names no cycle. Write its code, or <organization>:<code>.')

/** `rehearsal.yaml`: what a play of everything holds, of all organizations at once. Nothing of it is a fact. */
export const rehearsalSchema = z.strictObject({
  synthetic: z.literal(true),
  note: text,
  from: calendarDate,
  until: calendarDate,
  /** In the order in which those that open on one day do. */
  cycles: z.array(playable).min(1),
  /** The one that is played beside a live installation, for its pages to show. */
  beside: playable,
})
export type RehearsalSeed = Readonly<z.output<typeof rehearsalSchema>>
