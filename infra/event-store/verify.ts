import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { emptyChain } from './chain.ts'
import { createExaminer, type StoredEvent } from './examine.ts'

export type Verification = {
  readonly events: number
  /** SHA-256 over the lines of all streams, in byte order of stream, then version, each ended by a newline; in hex. */
  readonly recordHash: string
  /** The chain after the last event, in hex. */
  readonly head: string
  /** The first position at which the log is not what it should be. */
  readonly firstBad?: FirstBad
}

export type FirstBad = { readonly position: number; readonly what: string }

/**
 * Computes the whole log again in one snapshot: bytes, columns against the line, positions, versions, leaves, chain, and its end.
 *
 * Who may change every table can also write a whole new chain, or cut the tail together with its streams and commands: only a head
 * kept elsewhere shows that. Everything short of it is found.
 */
export async function verify(pool: Pool): Promise<Verification> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const examined = await examineAll(client)
    const recordHash = await hashRecord(client)
    const firstBad = examined.firstBad ?? (await missingEnd(client, examined.events))
    await client.query('commit')
    return { events: examined.events, recordHash, head: examined.head.toString('hex'), ...(firstBad === null ? {} : { firstBad }) }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function examineAll(client: PoolClient): Promise<{ events: number; head: Buffer; firstBad: FirstBad | null }> {
  const examine = createExaminer()
  let events = 0
  let head = emptyChain
  let firstBad: FirstBad | null = null
  for await (const event of rowsOf<StoredEvent>(client, storedEvents)) {
    events += 1
    head = event.chain
    if (firstBad !== null) continue
    const what = examine(event)
    if (what !== null) firstBad = Number(event.position) > events ? { position: events, what: 'is missing' } : { position: Number(event.position), what }
  }
  return { events, head, firstBad }
}

const storedEvents = `
select e.position, s.name as stream, e.version, e.event_id as "eventId", e.type, e.command_id as command, e.occurred_on::text as "occurredOn",
       to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt", e.line, e.leaf, e.chain,
       c.role, c.actor, c.first_position as "firstPosition", c.last_position as "lastPosition"
  from recorded_event e
  left join stream s on s.id = e.stream_id
  left join command c on c.id = e.command_id
 order by e.position`

async function hashRecord(client: PoolClient): Promise<string> {
  const hash = createHash('sha256')
  const text = 'select e.line from recorded_event e join stream s on s.id = e.stream_id order by s.name collate "C", e.version'
  for await (const { line } of rowsOf<{ line: string }>(client, text)) hash.update(`${line}\n`, 'utf8')
  return hash.digest('hex')
}

/** Streams and commands remember how far the log went. */
async function missingEnd(client: PoolClient, events: number): Promise<FirstBad | null> {
  const text = 'select id, last_position from command where last_position > $1 order by first_position limit 1'
  const { rows: commands } = await client.query<{ id: string; last_position: string }>(text, [events])
  const [command] = commands
  if (command !== undefined) return { position: events + 1, what: `is missing: command ${command.id} recorded up to position ${command.last_position}` }

  const lengths = `select s.name, s.version, (select max(e.version) from recorded_event e where e.stream_id = s.id) as found from stream s`
  const { rows: streams } = await client.query<{ name: string; version: number; found: number | null }>(
    `select * from (${lengths}) counted where version is distinct from found order by name limit 1`,
  )
  const [stream] = streams
  if (stream === undefined) return null
  return { position: events + 1, what: `is missing: ${stream.name} is at version ${stream.version}, and the log holds ${stream.found ?? 0}` }
}

/** Rows of a statement, a page at a time, under the transaction's snapshot. */
async function* rowsOf<Row extends object>(client: PoolClient, statement: string): AsyncGenerator<Row> {
  await client.query(`declare pages no scroll cursor for ${statement}`)
  for (;;) {
    const { rows } = await client.query<Row>('fetch 1000 from pages')
    if (rows.length === 0) break
    yield* rows
  }
  await client.query('close pages')
}
