import type { Pool } from 'pg'
import type { TimedStream } from '../../activities/reconcile.ts'
import type { Undelivered } from './waker.ts'

/** What the installation remembers of Temporal, beside its record. */
export interface TemporalMemory {
  /** Id of the namespace last seen; `null` before the first. */
  seen(): Promise<string | null>
  see(namespaceId: string): Promise<void>
  setAside(undelivered: readonly Undelivered[]): Promise<void>
  /** Wake-ups that could not be delivered and are left to the next reconciliation. `since` is an instant in UTC. */
  asideNow(): Promise<readonly (Undelivered & { readonly since: string })[]>
  /** A reconciliation took care of what was recorded up to this position. */
  forgetUpTo(position: number): Promise<void>
}

/** @param pool of the service's login */
export const createTemporalMemory = (pool: Pool): TemporalMemory => ({
  seen: async () => {
    const { rows } = await pool.query<{ namespace_id: string }>('select namespace_id from temporal_seen')
    return rows[0]?.namespace_id ?? null
  },

  see: async (namespaceId) => {
    const text = 'insert into temporal_seen (namespace_id) values ($1) on conflict (only_one) do update set namespace_id = excluded.namespace_id'
    await pool.query(text, [namespaceId])
  },

  setAside: async (undelivered) => {
    const text = `insert into wake_up_set_aside (workflow, position, code) values ($1, $2, $3)
      on conflict (workflow) do update set position = greatest(wake_up_set_aside.position, excluded.position), code = excluded.code`
    for (const { kept, position, code } of undelivered) await pool.query(text, [kept, position, code])
  },

  asideNow: async () => {
    const text = 'select workflow, position, code, since from wake_up_set_aside order by workflow'
    const { rows } = await pool.query<{ workflow: TimedStream; position: string; code: string; since: Date }>(text)
    return rows.map(({ workflow, position, code, since }) => ({ kept: workflow, position: Number(position), code, since: since.toISOString() }))
  },

  forgetUpTo: async (position) => {
    await pool.query('delete from wake_up_set_aside where position <= $1', [position])
  },
})
