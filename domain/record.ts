import type { Actor } from './actor.ts'
import type { CalendarDate } from './calendar/calendar-date.ts'

/** What a decision adds to one stream: plain JSON, days as text, and the day on which it happened. */
export type NewEvent = {
  readonly type: string
  /** The day of the fact itself, which may lie long before the day on which it is recorded. */
  readonly occurredOn: CalendarDate
  /** The payload, without its type. */
  readonly data: Readonly<Record<string, unknown>>
}

/** One event as the record holds it, read back and upcast. */
export type RecordedEvent<Data = Readonly<Record<string, unknown>>> = {
  /** Gapless from 1, in commit order. It is not part of the stored bytes: it is the leaf's index plus one. */
  readonly position: number
  readonly stream: string
  /** From 1 in its stream. */
  readonly version: number
  /** UUIDv5 of the command id and the event's index within the command. */
  readonly eventId: string
  readonly type: string
  readonly occurredOn: CalendarDate
  /** An instant in UTC with milliseconds, `2012-06-14T00:00:00.000Z`; never goes back along positions. */
  readonly recordedAt: string
  readonly actor: Actor
  readonly commandId: string
  readonly causationId: string | null
  readonly correlationId: string
  readonly data: Data
}
