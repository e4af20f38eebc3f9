import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { code, text } from './standing.ts'

/** `rehearsal.yaml`: what a play of everything holds, of all organizations at once. Nothing of it is a fact. */
export const rehearsalSchema = z.strictObject({
  synthetic: z.literal(true),
  note: text,
  from: calendarDate,
  until: calendarDate,
  /** In the order in which those that open on one day do. */
  cycles: z.array(code).min(1),
})
export type RehearsalSeed = Readonly<z.output<typeof rehearsalSchema>>
