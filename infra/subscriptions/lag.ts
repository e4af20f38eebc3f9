import type { Pool } from 'pg'

/** How far a reader is behind the head of the log. */
export type Lag = {
  readonly events: number
  /** Age of the oldest event that was not handled, by PostgreSQL's clock; 0 at the head. Of a rehearsal's record it says nothing. */
  readonly seconds: number
}

/** Measured without reading an event, so it is known of a reader that stopped at one, too. */
export async function measureLag(pool: Pool, position: number): Promise<Lag> {
  const text = `select coalesce(max(position), 0) as head,
      (select extract(epoch from clock_timestamp() - recorded_at) from recorded_event where position = $1::bigint + 1) as seconds
    from recorded_event`
  const { rows } = await pool.query<{ head: string; seconds: string | null }>(text, [position])
  return { events: Math.max(0, Number(rows[0]?.head ?? 0) - position), seconds: Math.max(0, Number(rows[0]?.seconds ?? 0)) }
}
