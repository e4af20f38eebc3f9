import { chainOf, emptyChain, leafOf } from './chain.ts'
import type { PreparedCommand } from './envelope.ts'

/** The end of the log, read under its lock, and the instant at which what follows is recorded. */
export type Head = { readonly position: number; readonly chain: Buffer | null; readonly recordedAt: string }

export type StreamState = { readonly isNew: boolean; readonly version: number }

/** Rows in COPY's text format, for commands that were judged and may all pass. */
export function formatChunk(commands: readonly PreparedCommand[], head: Head, keys: ReadonlyMap<string, string>) {
  let { position } = head
  let chain = head.chain ?? emptyChain
  const commandRows: string[] = []
  const eventRows: string[] = []
  for (const { id, by, bodyHash, streams } of commands) {
    const first = position + 1
    const commandId = escaped(id)
    for (const { name, events } of streams)
      for (const { version, eventId, type, occurredOn, before, after } of events) {
        position += 1
        const line = before + head.recordedAt + after
        const leaf = leafOf(line)
        chain = chainOf(chain, leaf)
        eventRows.push(
          `${position}\t${keys.get(name)}\t${head.recordedAt}\t${version}\t${escaped(occurredOn)}\t${eventId}\t${commandId}\t${escaped(type)}\t` +
            `\\\\x${leaf.toString('hex')}\t\\\\x${chain.toString('hex')}\t${escaped(line)}\n`,
        )
      }
    commandRows.push(`${commandId}\t${escaped(by.role)}\t${escaped(by.id)}\t${bodyHash === null ? '\\N' : escaped(bodyHash)}\t${first}\t${position}\n`)
  }
  return { commands: commandRows, events: eventRows, lastPosition: position }
}

const escaped = (text: string): string => (special.test(text) ? text.replace(specials, (character) => escapes[character] ?? character) : text)

const special = /[\\\t\n\r]/
const specials = /[\\\t\n\r]/g
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
