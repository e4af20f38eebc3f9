import type { Append } from '../../activities/ports.ts'
import { system } from '../../domain/actor.ts'
import { day } from '../../domain/calendar/calendar-date.ts'

/** A command that notes texts in one stream, each an event. */
export const note = (commandId: string, stream: string, atVersion: number, ...texts: readonly string[]): Append => ({
  commandId,
  actor: system('test'),
  streams: [{ stream, atVersion, events: texts.map((text) => ({ type: 'Noted', occurredOn: day('2013-06-13'), data: { text } })) }],
})
