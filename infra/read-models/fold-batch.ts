import type { ClientBase } from 'pg'
import type { RecordedEvent } from '../../domain/record.ts'
import { putRows } from './put-rows.ts'
import { views } from './views.ts'

/** One hand at a time moves the views, or swaps them: an advisory lock of the transaction. */
export const lockViews = (client: ClientBase) => client.query('select pg_advisory_xact_lock($1)', [7_202_014])

/** Held, shared, by those who look at one position for longer than a question; a swap waits for them, and they for it. */
export const swapLock = 7_202_016

/** Position up to which the views of a schema are. */
export async function positionOf(client: Pick<ClientBase, 'query'>, schema: string): Promise<number> {
  const { rows } = await client.query<{ position: string }>(`select position from ${schema}.position`)
  const [row] = rows
  if (row === undefined) throw new Error(`The views of ${schema} have no position: rebuild them`)
  return Number(row.position)
}

/**
 * Moves all views over the events that they have not seen, in the caller's transaction, under the lock.
 *
 * @param events gapless, in order of position; those that were seen before change nothing
 * @returns the position that the views are at then
 * @throws Error when events are missing in between
 */
export async function foldBatch(client: ClientBase, schema: string, events: readonly RecordedEvent[]): Promise<number> {
  const from = await positionOf(client, schema)
  const news = events.filter(({ position }) => position > from)
  const [first, last] = [news[0], news.at(-1)]
  if (first === undefined || last === undefined) return from
  if (first.position !== from + 1) throw new Error(`The views are at ${from} and were handed ${first.position}: events in between are missing`)

  for (const view of views) await view.apply(client, schema, news)
  await noteQuarters(client, schema, news)
  await client.query(`update ${schema}.position set position = $1`, [last.position])
  return last.position
}

const quarterMs = 900_000

async function noteQuarters(client: ClientBase, schema: string, events: readonly RecordedEvent[]): Promise<void> {
  const last = new Map(events.map(({ recordedAt, position }) => [Math.floor(Date.parse(recordedAt) / quarterMs), position]))
  const rows = [...last].map(([quarter, last_position]) => ({ quarter, last_position }))
  await putRows(client, `${schema}.recorded_quarter`, { quarter: 'bigint', last_position: 'bigint' }, ['quarter'], rows)
}
