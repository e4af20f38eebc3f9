import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { weekdays } from '../../../domain/calendar/day-calendar.ts'
import type { Citation } from './citation.ts'
import { code, provenance, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

const common = {
  code,
  name: inItsLanguages,
  /** The first and the last day of which the sources say anything. Outside them nothing is known, and nothing is taken from other years. */
  known: z.strictObject({ from: calendarDate, to: calendarDate }),
  note: text.optional(),
}

/** One file of `calendars/`: the days on which a body sits, each listed; or the weekdays on which work is done, but for the closed days listed. */
export const calendarSchema = (citation: Citation) =>
  z.discriminatedUnion('type', [
    z.strictObject({
      ...common,
      type: z.literal('sitting'),
      sittings: z.array(z.strictObject({ days: z.array(calendarDate).min(1), ...provenance(citation) })).min(1),
    }),
    z.strictObject({
      ...common,
      type: z.literal('working'),
      weekdays: z.array(z.enum(weekdays)).min(1),
      weekdaysSource: z.array(citation).min(1),
      closed: z.array(z.strictObject({ days: z.array(calendarDate).min(1), name: text.optional(), ...provenance(citation) })),
    }),
  ])

export type CalendarSeed = Readonly<z.output<ReturnType<typeof calendarSchema>>>
