import { z } from 'zod'
import { calendarDate } from './calendar/calendar-date.ts'
import { calendarEvents } from './calendar/events.ts'
import { correspondenceEvents } from './correspondence/events.ts'
import { cycleEvents } from './cycle/events.ts'
import type { DomainEvent } from './decider.ts'
import { decisionEvents } from './decision/events.ts'
import { instrumentEvents } from './instrument/events.ts'
import { letterEvents } from './letter/events.ts'
import { obligationEvents } from './obligation/events.ts'
import { occurrenceEvents } from './occurrence/events.ts'
import { organizationEvents } from './organization/events.ts'
import { planEvents } from './plan/events.ts'
import { sessionEvents } from './session/events.ts'
import { supervisionEvents } from './supervision/events.ts'
import { yearlyListEvents } from './yearly-list/events.ts'

/** The parts of a rehearsal's day: steps are taken from here on, letters are written from here on. A rehearsal adds nothing else. */
const rehearsalEvents = { DayBegan: z.object({ date: calendarDate }), LettersBegan: z.object({ date: calendarDate }) }

/** Every event that the record may hold. A new type is read one release before any release writes it. */
export const eventSchemas = {
  ...organizationEvents,
  ...sessionEvents,
  ...instrumentEvents,
  ...cycleEvents,
  ...planEvents,
  ...decisionEvents,
  ...occurrenceEvents,
  ...calendarEvents,
  ...obligationEvents,
  ...correspondenceEvents,
  ...letterEvents,
  ...supervisionEvents,
  ...yearlyListEvents,
  ...rehearsalEvents,
}

/** The events of one stream's schemas as a union, told apart by `type`. */
export type EventsOf<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  [Type in keyof Schemas & string]: DomainEvent<Type, Readonly<z.infer<Schemas[Type]>>>
}[keyof Schemas & string]

/**
 * The payload of an event as today's code reads it.
 *
 * Plain objects, not strict ones: a worker one release behind must still read what a newer one wrote.
 *
 * @throws RangeError when the type is not known; ZodError when the payload is not of its type
 */
export function readEvent(type: string, data: unknown): Readonly<Record<string, unknown>> {
  const schema = (eventSchemas as Readonly<Record<string, z.ZodType<Readonly<Record<string, unknown>>>>>)[type]
  if (schema === undefined) throw new RangeError(`No event of type ${type} is known`)
  return schema.parse(data)
}
