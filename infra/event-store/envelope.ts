import { hash } from 'node:crypto'
import serialize from 'canonicalize'
import type { Append } from '../../activities/ports.ts'
import type { Actor } from '../../domain/actor.ts'

/** An append in the form in which the append function takes it: everything computed but the instant of recording. */
export type PreparedCommand = {
  readonly id: string
  readonly by: Actor
  readonly bodyHash: string | null
  readonly streams: readonly { readonly name: string; readonly atVersion: number; readonly events: readonly PreparedEvent[] }[]
  readonly preconditions: readonly { readonly name: string; readonly atVersion: number }[]
}

export type PreparedEvent = {
  readonly version: number
  readonly eventId: string
  readonly type: string
  readonly occurredOn: string
  /** The canonical line up to the instant of recording, which is stamped under the lock. */
  readonly before: string
  /** The rest of the line. */
  readonly after: string
}

/**
 * Writes the canonical line (RFC 8785) of each event of an append, in two parts around `recordedAt`.
 *
 * @throws RangeError when there is no event, a stream stands there twice, or a version is no whole number from 0
 */
export function prepare(append: Append): PreparedCommand {
  assertSound(append)
  let index = 0
  // The keys stand in the order that RFC 8785 asks for: a line is put together, never sorted again.
  const opening =
    `{"actor":${canonical(append.actor)},"causation":${canonical(append.causationId ?? null)},"command":${canonical(append.commandId)},` +
    `"correlation":${canonical(append.correlationId ?? append.commandId)},"data":`
  const streams = append.streams.map(({ stream, atVersion, events }) => {
    const middle = `","stream":${canonical(stream)},"type":`
    return {
      name: stream,
      atVersion,
      events: events.map(({ type, occurredOn, data }, offset): PreparedEvent => {
        const version = atVersion + offset + 1
        const eventId = eventIdOf(append.commandId, index++)
        const before = `${opening}${canonical(data)},"eventId":"${eventId}","occurredOn":${canonical(occurredOn)},"recordedAt":"`
        return { version, eventId, type, occurredOn, before, after: `${middle}${canonical(type)},"version":${version}}` }
      }),
    }
  })
  const preconditions = (append.preconditions ?? []).map(({ stream, version }) => ({ name: stream, atVersion: version }))
  return { id: append.commandId, by: append.actor, bodyHash: append.bodyHash ?? null, streams, preconditions }
}

function assertSound({ commandId, streams, preconditions = [] }: Append): void {
  if (commandId === '') throw new RangeError('A command has an id')
  if (streams.every(({ events }) => events.length === 0)) throw new RangeError(`Nothing to append: command ${commandId} has no events`)
  const names = new Set<string>()
  for (const { stream, events } of streams) {
    if (stream === '') throw new RangeError(`Command ${commandId} names a stream with no name`)
    if (events.length === 0) throw new RangeError(`Command ${commandId} has no events for ${stream}: name it among the guards`)
    if (names.has(stream)) throw new RangeError(`Command ${commandId} names ${stream} twice`)
    names.add(stream)
  }
  const versions = [...streams.map(({ atVersion }) => atVersion), ...preconditions.map(({ version }) => version)]
  if (!versions.every((version) => Number.isSafeInteger(version) && version >= 0)) throw new RangeError(`Command ${commandId} names a version that is none`)
}

function canonical(value: unknown): string {
  const text = serialize(value)
  if (text === undefined) throw new RangeError('Only JSON can be recorded')
  return text
}

const namespace = Buffer.from('6f1c2b52a0f64d0f9a5e3f0a7f3f5c11', 'hex')

/** UUIDv5 (RFC 9562, 5.5) of the command id and the event's index within the command, from 0. */
export function eventIdOf(commandId: string, index: number): string {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(`${commandId}/${index}`, 'utf8')]), 'buffer').subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
