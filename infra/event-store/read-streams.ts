import type { Pool } from 'pg'
import type { CommandResult, Reading, StreamHistory } from '../../activities/ports.ts'
import { actor } from '../../domain/actor.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { type EventReading, readLine } from './recorded-line.ts'

type Row = {
  readonly n: string | null
  readonly version: number | null
  readonly position: string | null
  readonly line: string | null
  readonly head: string
  readonly first_position: string | null
  readonly last_position: string | null
  readonly role: string | null
  readonly actor: string | null
  readonly body_hash: string | null
}

/** One statement, so one snapshot: the streams, the head and the command's first result all agree. */
const readStreams = `
select asked.n, stream.version, event.position, event.line,
       coalesce((select max(position) from recorded_event), 0) as head,
       command.first_position, command.last_position, command.role, command.actor, command.body_hash
  from (values (1)) as one
  left join command on command.id = $2
  left join unnest($1::text[]) with ordinality as asked(name, n) on true
  left join stream on stream.name = asked.name
  left join recorded_event event on event.stream_id = stream.id
 order by asked.n, event.version`

/** @throws UnreadableEvent */
export async function read(pool: Pool, reading: EventReading, streams: readonly string[], commandId?: string): Promise<Reading> {
  const { rows } = await pool.query<Row>({ name: 'read_streams', text: readStreams, values: [streams, commandId ?? null] })
  const events = streams.map((): RecordedEvent[] => [])
  const versions = streams.map(() => 0)
  for (const { n, version, position, line } of rows) {
    const index = Number(n) - 1
    if (version !== null) versions[index] = version
    if (position !== null && line !== null) events[index]?.push(readLine(Number(position), line, reading))
  }
  const histories = streams.map((stream, index): StreamHistory => ({ stream, version: versions[index] ?? 0, events: events[index] ?? [] }))
  const [row] = rows
  return { histories, head: Number(row?.head ?? 0), answered: row === undefined ? null : answeredBy(row) }
}

function answeredBy({ first_position, last_position, role, actor: id, body_hash }: Row): CommandResult | null {
  if (first_position === null) return null
  return { firstPosition: Number(first_position), lastPosition: Number(last_position), actor: actor.parse({ role, id }), bodyHash: body_hash }
}
