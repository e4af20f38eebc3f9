import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { TimedStream } from '../../activities/reconcile.ts'
import { mutableQueries } from '../postgres/mutable-tables.ts'
import { runQuery } from '../postgres/write-queries.ts'
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
    const [row] = await runQuery(pool, mutableQueries.selectFrom('temporal_seen').select('namespace_id'))
    return row?.namespace_id ?? null
  },

  see: async (namespaceId) => {
    const seen = mutableQueries.insertInto('temporal_seen').values({ namespace_id: namespaceId })
    await runQuery(
      pool,
      seen.onConflict((on) => on.column('only_one').doUpdateSet({ namespace_id: namespaceId })),
    )
  },

  setAside: async (undelivered) => {
    for (const { kept, position, code } of undelivered) {
      const aside = mutableQueries.insertInto('wake_up_set_aside').values({ workflow: kept, position, code })
      const highest = sql<number>`greatest(wake_up_set_aside.position, excluded.position)`
      await runQuery(
        pool,
        aside.onConflict((on) => on.column('workflow').doUpdateSet({ position: highest, code })),
      )
    }
  },

  asideNow: async () => {
    const rows = await runQuery(pool, mutableQueries.selectFrom('wake_up_set_aside').select(['workflow', 'position', 'code', 'since']).orderBy('workflow'))
    return rows.map(({ workflow, position, code, since }) => ({
      ...{ kept: workflow as TimedStream, position: Number(position), code },
      since: since.toISOString(),
    }))
  },

  forgetUpTo: async (position) => {
    await runQuery(pool, mutableQueries.deleteFrom('wake_up_set_aside').where('position', '<=', String(position)))
  },
})
