import type { Pool, PoolClient } from 'pg'
import { CommandIdReused, VersionConflict } from '../../activities/conflicts.ts'
import type { Append } from '../../activities/ports.ts'
import { appendLock } from './append-lock.ts'
import { copyRows } from './copy-rows.ts'
import { type PreparedCommand, prepare } from './envelope.ts'
import { formatChunk, type Head, type StreamState } from './format-chunk.ts'

export type BulkResult = {
  readonly commands: number
  readonly events: number
  /** Commands that were on record before: a bulk append that was cut short goes on where it stopped. */
  readonly known: number
}

export type BulkOptions = {
  /** Events that go in one transaction, about. */
  readonly chunk?: number
  /** The instant of a rehearsal's own clock, which a rehearsal requires. */
  readonly at?: string
}

/**
 * Appends many commands by COPY, in chunks, each durable when the next begins; checked, gapless and chained as every append is.
 *
 * While one chunk is written the next is prepared; under the lock of the log only hashes are computed.
 *
 * @param pool of the import login: the service's may not COPY into the log
 * @throws VersionConflict when a stream or guard has moved on; that chunk is not written, the ones before are
 * @throws CommandIdReused
 */
export async function bulkAppend(pool: Pool, appends: Iterable<Append> | AsyncIterable<Append>, options: BulkOptions = {}): Promise<BulkResult> {
  const client = await pool.connect()
  let result: BulkResult = { commands: 0, events: 0, known: 0 }
  let writing: Promise<BulkResult> = Promise.resolve(result)
  try {
    for await (const chunk of chunked(appends, options.chunk ?? 10_000)) {
      result = sum(result, await writing)
      writing = writeChunk(client, chunk, options.at)
      // Kept from being an unhandled rejection while the next chunk is prepared: it is awaited above or below.
      writing.catch(() => undefined)
    }
    result = sum(result, await writing)
    client.release()
    return result
  } catch (error) {
    await writing.catch(() => undefined)
    client.release(true)
    throw error
  }
}

const sum = (a: BulkResult, b: BulkResult): BulkResult => ({ commands: a.commands + b.commands, events: a.events + b.events, known: a.known + b.known })

async function* chunked(appends: Iterable<Append> | AsyncIterable<Append>, size: number): AsyncGenerator<readonly PreparedCommand[]> {
  let chunk: PreparedCommand[] = []
  let events = 0
  for await (const append of appends) {
    const command = prepare(append)
    chunk.push(command)
    events += command.streams.reduce((count, stream) => count + stream.events.length, 0)
    if (events < size) continue
    yield chunk
    chunk = []
    events = 0
  }
  if (chunk.length > 0) yield chunk
}

async function writeChunk(client: PoolClient, chunk: readonly PreparedCommand[], at: string | undefined): Promise<BulkResult> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [appendLock])
    const fresh = await judge(client, chunk)
    if (fresh.length > 0) {
      const head = await readHead(client, at)
      const keys = await moveStreams(client, fresh)
      const { commands, events, lastPosition } = formatChunk(fresh, head, keys)
      await copyRows(client, 'command', ['id', 'role', 'actor', 'body_hash', 'first_position', 'last_position'], commands)
      await copyRows(client, 'recorded_event', eventColumns, events)
      await client.query("select pg_notify('recorded', $1)", [String(lastPosition)])
    }
    await client.query('commit')
    const events = fresh.reduce((count, { streams }) => count + streams.reduce((added, stream) => added + stream.events.length, 0), 0)
    return { commands: fresh.length, events, known: chunk.length - fresh.length }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const eventColumns = ['position', 'stream_id', 'recorded_at', 'version', 'occurred_on', 'event_id', 'command_id', 'type', 'leaf', 'chain', 'line']

/** In order, each as if alone, as the append function judges; the first that may not pass stops the chunk. */
async function judge(client: PoolClient, chunk: readonly PreparedCommand[]): Promise<readonly PreparedCommand[]> {
  const onRecord = await commandsOnRecord(client, chunk)
  const versions = await versionsOf(client, chunk)
  return chunk.filter((command) => {
    const metadata = asText(command)
    const earlier = onRecord.get(command.id)
    if (earlier !== undefined && earlier !== metadata) throw new CommandIdReused(command.id)
    if (earlier !== undefined) return false
    for (const { name, atVersion } of [...command.streams, ...command.preconditions])
      if ((versions.get(name) ?? 0) !== atVersion) throw new VersionConflict(name, atVersion)
    for (const { name, atVersion, events } of command.streams) versions.set(name, atVersion + events.length)
    onRecord.set(command.id, metadata)
    return true
  })
}

const asText = ({ by, bodyHash }: Pick<PreparedCommand, 'by' | 'bodyHash'>): string => JSON.stringify([by.role, by.id, bodyHash])

async function commandsOnRecord(client: PoolClient, chunk: readonly PreparedCommand[]): Promise<Map<string, string>> {
  type Row = { readonly id: string; readonly role: string; readonly actor: string; readonly body_hash: string | null }
  const { rows } = await client.query<Row>('select id, role, actor, body_hash from command where id = any($1)', [chunk.map(({ id }) => id)])
  return new Map(rows.map(({ id, role, actor, body_hash }) => [id, JSON.stringify([role, actor, body_hash])]))
}

async function versionsOf(client: PoolClient, chunk: readonly PreparedCommand[]): Promise<Map<string, number>> {
  const names = new Set(chunk.flatMap(({ streams, preconditions }) => [...streams, ...preconditions].map(({ name }) => name)))
  const { rows } = await client.query<{ name: string; version: number }>('select name, version from stream where name = any($1)', [[...names]])
  return new Map(rows.map(({ name, version }) => [name, version]))
}

async function readHead(client: PoolClient, at: string | undefined): Promise<Head> {
  const text = `select (select kind = 'rehearsal' from installation) as rehearsal, clock_timestamp() as now, position, chain, recorded_at
    from (values (1)) as one left join (select position, chain, recorded_at from recorded_event order by position desc limit 1) last on true`
  type Row = {
    readonly rehearsal: boolean
    readonly now: Date
    readonly position: string | null
    readonly chain: Buffer | null
    readonly recorded_at: Date | null
  }
  const { rows } = await client.query<Row>(text)
  const [row] = rows
  if (row === undefined) throw new Error('The log gave no head')
  if (row.rehearsal && at === undefined) throw new RangeError('A rehearsal records at the instant of its own clock, and none was given')
  const stamp = Math.max(row.rehearsal && at !== undefined ? Date.parse(at) : row.now.getTime(), row.recorded_at?.getTime() ?? 0)
  return { position: Number(row.position ?? 0), chain: row.chain, recordedAt: new Date(stamp).toISOString() }
}

/** Brings the streams to the versions that the chunk leaves them at. @returns their keys */
async function moveStreams(client: PoolClient, fresh: readonly PreparedCommand[]): Promise<ReadonlyMap<string, string>> {
  const moved = new Map<string, StreamState>()
  for (const { streams } of fresh)
    for (const { name, atVersion, events } of streams) moved.set(name, { isNew: moved.get(name)?.isNew ?? atVersion === 0, version: atVersion + events.length })
  const of = (isNew: boolean) => [...moved].filter(([, state]) => state.isNew === isNew)
  const lists = (isNew: boolean) => [of(isNew).map(([name]) => name), of(isNew).map(([, { version }]) => version)]

  const created = 'insert into stream (name, version) select * from unnest($1::text[], $2::int[]) returning name, id'
  const updated = `update stream set version = moved.version from unnest($1::text[], $2::int[]) as moved(name, version)
    where stream.name = moved.name returning stream.name, stream.id`
  const { rows: first } = await client.query<{ name: string; id: string }>(created, lists(true))
  const { rows: second } = await client.query<{ name: string; id: string }>(updated, lists(false))
  return new Map([...first, ...second].map(({ name, id }) => [name, id]))
}
