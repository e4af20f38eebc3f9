import serialize from 'canonicalize'
import { chainOf, emptyChain, leafOf } from './chain.ts'
import { eventIdOf } from './envelope.ts'
import { recordedLine } from './recorded-line.ts'

/** A row of the log with the stream and the command that it names. */
export type StoredEvent = {
  readonly position: string
  readonly stream: string | null
  readonly version: number
  readonly eventId: string
  readonly type: string
  readonly command: string
  readonly occurredOn: string
  readonly recordedAt: string
  readonly line: string
  readonly leaf: Buffer
  readonly chain: Buffer
  readonly role: string | null
  readonly actor: string | null
  readonly firstPosition: string | null
  readonly lastPosition: string | null
}

/** Examines events in order of position, from the first: says what is wrong with one, or `null`. */
export function createExaminer(): (event: StoredEvent) => string | null {
  const versions = new Map<string, number>()
  let position = 0
  let chain = emptyChain
  let recordedAt = ''

  return (event) => {
    position += 1
    if (Number(event.position) !== position) return 'stands out of order'

    const line = parse(event.line)
    if (line === null) return 'its line is not canonical JSON of a record'
    for (const name of copied) if (String(line[name]) !== String(event[name])) return `its column ${name} differs from its line`
    if (line.actor.role !== event.role || line.actor.id !== event.actor) return 'its command is on record under another actor'

    const first = Number(event.firstPosition)
    if (position < first || position > Number(event.lastPosition)) return 'its command is on record with other positions'
    if (line.eventId !== eventIdOf(line.command, position - first)) return 'its event id is not that of its command'

    if (line.version !== (versions.get(line.stream) ?? 0) + 1) return `its version does not follow in ${line.stream}`
    versions.set(line.stream, line.version)
    if (line.recordedAt < recordedAt) return 'it was recorded before the event ahead of it'
    recordedAt = line.recordedAt

    const leaf = leafOf(event.line)
    if (!leaf.equals(event.leaf)) return 'its leaf is not the hash of its line'
    chain = chainOf(chain, leaf)
    return chain.equals(event.chain) ? null : 'its chain does not continue the one ahead of it'
  }
}

const copied = ['stream', 'version', 'eventId', 'type', 'command', 'occurredOn', 'recordedAt'] as const

function parse(line: string) {
  const json = parseJson(line)
  if (json === undefined || serialize(json) !== line) return null
  const read = recordedLine.safeParse(json)
  return read.success ? read.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
