import type { Pool } from 'pg'
import { mutableQueries } from '../postgres/mutable-tables.ts'
import { runQuery } from '../postgres/write-queries.ts'

/** Where a subscription goes on reading. */
export type Checkpoint = {
  /** Position of the last event that was handled; 0 before the first. */
  read(): Promise<number>
  /** Called after each batch. Absent where `handle` moves the position in its own transaction. */
  readonly moveTo?: (position: number) => Promise<void>
}

/**
 * A position under a name, beside the log. It is moved after the batch was handled, so a crash in between repeats that batch:
 * for work that may be done twice. `handleOnce` is for work that may not.
 *
 * @param pool of the service's login
 */
export const storedCheckpoint = (pool: Pool, name: string): Required<Checkpoint> => ({
  read: async () => {
    const [row] = await runQuery(pool, mutableQueries.selectFrom('checkpoint').select('position').where('name', '=', name))
    return Number(row?.position ?? 0)
  },

  /** Only forward: an earlier position changes nothing. */
  moveTo: async (position) => {
    const moved = mutableQueries
      .insertInto('checkpoint')
      .values({ name, position })
      .onConflict((on) =>
        on
          .column('name')
          .doUpdateSet((eb) => ({ position: eb.ref('excluded.position') }))
          .whereRef('checkpoint.position', '<', 'excluded.position'),
      )
    await runQuery(pool, moved)
  },
})

/** A position that ends with the process: for what is folded in memory. */
export function checkpointInMemory(from = 0): Required<Checkpoint> {
  let position = from
  return {
    read: async () => position,
    moveTo: async (to) => {
      position = to
    },
  }
}
