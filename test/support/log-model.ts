import type { Append } from '../../activities/ports.ts'

/** What the record must do, in memory and in a few lines: the measure that the real one is held against. */
export class LogModel {
  readonly versions = new Map<string, number>()
  /** Stream, version and text of each event, in order of position. */
  readonly events: { readonly stream: string; readonly version: number; readonly text: unknown }[] = []
  readonly #commands = new Map<string, { readonly metadata: string; readonly positions: readonly [number, number] }>()

  append({ commandId, actor, bodyHash, streams, preconditions = [] }: Append): readonly [number, number] | 'VersionConflict' | 'CommandIdReused' {
    const metadata = `${actor.role}/${actor.id}/${bodyHash}`
    const earlier = this.#commands.get(commandId)
    if (earlier !== undefined) return earlier.metadata === metadata ? earlier.positions : 'CommandIdReused'
    const stale = [...streams.map(({ stream, atVersion }) => ({ stream, version: atVersion })), ...preconditions].some(
      ({ stream, version }) => this.version(stream) !== version,
    )
    if (stale) return 'VersionConflict'

    const first = this.events.length + 1
    for (const { stream, atVersion, events } of streams) {
      for (const [index, { data }] of events.entries()) this.events.push({ stream, version: atVersion + index + 1, text: data.text })
      this.versions.set(stream, atVersion + events.length)
    }
    const positions = [first, this.events.length] as const
    this.#commands.set(commandId, { metadata, positions })
    return positions
  }

  version(stream: string): number {
    return this.versions.get(stream) ?? 0
  }
}
