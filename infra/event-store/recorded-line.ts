import { z } from 'zod'
import { actor } from '../../domain/actor.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { RecordedEvent } from '../../domain/record.ts'

/** The keys of a stored line. */
export const recordedLine = z.strictObject({
  actor,
  causation: z.string().nullable(),
  command: z.string(),
  correlation: z.string(),
  data: z.record(z.string(), z.unknown()),
  eventId: z.string(),
  occurredOn: calendarDate,
  recordedAt: z.string(),
  stream: z.string(),
  type: z.string(),
  version: z.int(),
})

/** How the caller's domain reads an event's payload. */
export type EventReading = {
  /** Brings an older version of an event to today's shape. */
  readonly upcast?: (type: string, data: Payload) => { readonly type: string; readonly data: Payload }
  /** Parses a payload. @throws when the type is not known or the payload is not its own */
  readonly parse?: (type: string, data: Payload) => Payload
}

export type Payload = Readonly<Record<string, unknown>>

/** No reader could make sense of an event. It stops the reader by name: a skipped event is a false record. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
  readonly position: number

  constructor(position: number, where: string, options: ErrorOptions) {
    super(`Event ${position} ${where}cannot be read`, options)
    this.position = position
  }
}

/** @throws UnreadableEvent */
export function readLine(position: number, line: string, { upcast, parse }: EventReading): RecordedEvent {
  const envelope = orUnreadable(position, '', () => recordedLine.parse(JSON.parse(line)))
  const { stream, version, eventId, occurredOn, recordedAt, actor: by, command, causation, correlation } = envelope
  const { type, data } = orUnreadable(position, `(${envelope.type} in ${stream}) `, () => {
    const current = upcast?.(envelope.type, envelope.data) ?? envelope
    return { type: current.type, data: parse?.(current.type, current.data) ?? current.data }
  })
  return {
    position,
    stream,
    version,
    eventId,
    type,
    occurredOn,
    recordedAt,
    actor: by,
    commandId: command,
    causationId: causation,
    correlationId: correlation,
    data,
  }
}

function orUnreadable<T>(position: number, where: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new UnreadableEvent(position, where, { cause: error })
  }
}
