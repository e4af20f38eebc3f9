import type { Pool, PoolClient } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import { isPassing } from '../event-store/failures.ts'
import { inTransaction } from '../postgres/transaction.ts'
import { foldBatch, lockViews, positionOf, swapLock } from './fold-batch.ts'
import { live, shadow } from './schema.ts'

/** Events that one transaction folds at most. */
const largestBatch = 5_000

/**
 * Makes the views again from the log, beside the live ones, and swaps them in one transaction.
 *
 * The shadow is made by the migration's own statements, policies and grants included, in a function that the service may call.
 * Readers see the old views, then the new ones; events that arrive meanwhile are in the new ones before the swap, and a projection
 * that runs continues from there.
 *
 * @param pool of the service's login
 * @param progress told the position after each batch, and waited for
 * @returns the position that the new views are at
 */
export async function rebuild(pool: Pool, log: EventLog, progress: (position: number) => unknown = () => undefined): Promise<number> {
  const client = await pool.connect()
  try {
    // Another rebuild may take longer than a service's other locks.
    await client.query('set lock_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [rebuildLock])
    await dropRetired(client)
    await client.query('select make_shadow_views()')
    for (let at = 0, head = await log.head(); at < head; ) {
      const events = await log.readFrom(at, largestBatch)
      at = await inTransaction(pool, (own) => foldBatch(own, shadow, events))
      await progress(at)
    }
    const at = await swap(pool, log)
    await dropRetired(client)
    return at
  } finally {
    client.release(true)
  }
}

const rebuildLock = 7_202_015

/** Under the lock no projection moves the live views, so nothing that they have is missing from the new ones. */
const swap = (pool: Pool, log: EventLog): Promise<number> =>
  inTransaction(pool, async (client) => {
    await client.query('set local lock_timeout = 0')
    await lockViews(client)
    let at = await positionOf(client, shadow)
    for (const to = await positionOf(client, live); at < to; ) at = await foldBatch(client, shadow, await log.readFrom(at, largestBatch))
    await client.query('select pg_advisory_xact_lock($1)', [swapLock])
    await client.query('select swap_views()')
    return at
  })

/** Apart from the swap: it waits for those who still read the old views, and they may not wait for it. */
async function dropRetired(client: PoolClient): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query('select drop_retired_views()')
      return
    } catch (error) {
      if (!isPassing(error) || tries === 5) throw error
    }
  }
}
