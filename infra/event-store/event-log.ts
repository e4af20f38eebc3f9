import type { Pool } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { createAppendQueue } from './append-queue.ts'
import { prepare } from './envelope.ts'
import { read } from './read-streams.ts'
import { type EventReading, readLine } from './recorded-line.ts'

export type EventLogOptions = EventReading & {
  /** The rehearsal clock's instant in UTC, with milliseconds. A live installation stamps its own and heeds none. */
  readonly clock?: () => Promise<string>
}

/**
 * The record in PostgreSQL.
 *
 * @param pool of the service's login
 */
export function createEventLog(pool: Pool, options: EventLogOptions = {}): EventLog {
  const enqueue = createAppendQueue(pool)

  const head = async (): Promise<number> => {
    const { rows } = await pool.query<{ head: string }>('select coalesce(max(position), 0) as head from recorded_event')
    return Number(rows[0]?.head ?? 0)
  }

  const readFrom = async (afterPosition: number, limit: number): Promise<readonly RecordedEvent[]> => {
    const text = 'select position, line from recorded_event where position > $1 order by position limit $2'
    const { rows } = await pool.query<{ position: string; line: string }>({ name: 'read_from', text, values: [afterPosition, limit] })
    return rows.map(({ position, line }) => readLine(Number(position), line, options))
  }

  const versions: EventLog['versions'] = async (prefix) => {
    // From the prefix to the last name that can begin with it: names are ordered by their bytes.
    const text = 'select name as stream, version from stream where name >= $1 and name < $2 order by name'
    const { rows } = await pool.query<{ stream: string; version: number }>({ name: 'versions', text, values: [prefix, `${prefix}\u{10FFFF}`] })
    return rows
  }

  return {
    head,
    readFrom,
    versions,
    read: (streams, commandId) => read(pool, options, streams, commandId),
    append: async (append) => enqueue(prepare(append), (await options.clock?.()) ?? null),
  }
}
