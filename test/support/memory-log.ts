import { CommandIdReused, VersionConflict } from '../../activities/conflicts.ts'
import type { Append, CommandResult, EventLog, Reading } from '../../activities/ports.ts'
import { readEvent } from '../../domain/events.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { LogModel } from './log-model.ts'

/** The record in memory, judged by the model that the real one is held against. What is appended is read back as JSON, parsed by its type. */
export class MemoryLog implements EventLog {
  readonly events: RecordedEvent[] = []
  readonly #model = new LogModel()
  readonly #results = new Map<string, CommandResult>()
  readonly #now: () => string
  /** Runs once, just before the next append: what another hand does in between. */
  meanwhile: (() => Promise<unknown>) | null = null
  /** The next append is recorded and its answer is lost. */
  loseAnswer = false

  constructor(now: () => string) {
    this.#now = now
  }

  async read(streams: readonly string[], commandId?: string): Promise<Reading> {
    const histories = streams.map((stream) => ({
      stream,
      version: this.#model.version(stream),
      events: this.events.filter((event) => event.stream === stream),
    }))
    return { histories, head: this.events.length, answered: commandId === undefined ? null : (this.#results.get(commandId) ?? null) }
  }

  async append(append: Append): Promise<CommandResult> {
    const meanwhile = this.meanwhile
    this.meanwhile = null
    await meanwhile?.()
    const { commandId, actor, bodyHash = null, streams, preconditions = [] } = append
    const wanted = [...streams.map(({ stream, atVersion }) => ({ stream, version: atVersion })), ...preconditions]
    const stale = wanted.find(({ stream, version }) => this.#model.version(stream) !== version)
    const outcome = this.#model.append(append)
    if (outcome === 'CommandIdReused') throw new CommandIdReused(commandId)
    if (outcome === 'VersionConflict') throw new VersionConflict(stale?.stream ?? '', stale?.version ?? 0)

    const [firstPosition, lastPosition] = outcome
    if (firstPosition > this.events.length) this.#record(append)
    const result = { firstPosition, lastPosition, actor, bodyHash }
    this.#results.set(commandId, result)
    if (!this.loseAnswer) return result
    this.loseAnswer = false
    throw new Error('The connection was lost after the commit')
  }

  #record({ commandId, actor, streams, causationId, correlationId = commandId }: Append) {
    for (const { stream, atVersion, events } of streams) {
      for (const [index, { type, occurredOn, data }] of events.entries()) {
        const position = this.events.length + 1
        const parsed = readEvent(type, JSON.parse(JSON.stringify(data)))
        const envelope = { commandId, actor, causationId: causationId ?? null, correlationId, eventId: `${commandId}#${position}`, recordedAt: this.#now() }
        this.events.push({ position, stream, version: atVersion + index + 1, type, occurredOn, data: parsed, ...envelope })
      }
    }
  }

  async versions(prefix: string) {
    return [...this.#model.versions]
      .filter(([stream]) => stream.startsWith(prefix))
      .map(([stream, version]) => ({ stream, version }))
      .toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
  }

  async head(): Promise<number> {
    return this.events.length
  }

  async readFrom(afterPosition: number, limit: number): Promise<readonly RecordedEvent[]> {
    return this.events.slice(afterPosition, afterPosition + limit)
  }

  /** Types of the events of a stream, oldest first. */
  typesOf(stream: string): readonly string[] {
    return this.events.filter((event) => event.stream === stream).map(({ type }) => type)
  }
}
