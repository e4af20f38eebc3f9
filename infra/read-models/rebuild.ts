import type { Pool, PoolClient } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import { isPassing } from '../event-store/failures.ts'
import { inTransaction } from '../postgres/transaction.ts'
import { foldBatch, lockViews, positionOf, swapLock } from './fold-batch.ts'
import { live, makeViews, retired, shadow } from './schema.ts'

/** Events that one transaction folds at most. */
const largestBatch = 5_000

/**
 * Makes the views anew from the log, beside the live ones, and swaps them in one transaction.
 *
 * The shadow is made by the migration's own statements, policies and grants included. Readers see the old views, then the new ones;
 * events that arrive meanwhile are in the new ones before the swap, and a projection that runs goes on from there.
 *
 * @param owner connections of the owner's login
 * @param progress told the position after each batch, and waited for
 * @returns the position that the new views are at
 */
export async function rebuild(owner: Pool, log: EventLog, progress: (position: number) => unknown = () => undefined): Promise<number> {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [rebuildLock])
    await makeShadow(owner, client)
    for (let at = 0, head = await log.head(); at < head; ) {
      const events = await log.readFrom(at, largestBatch)
      at = await inTransaction(owner, (own) => foldBatch(own, shadow, events))
      await progress(at)
    }
    const at = await swap(owner, log)
    await dropRetired(client)
    return at
  } finally {
    client.release(true)
  }
}

const rebuildLock = 7_202_015

async function makeShadow(owner: Pool, client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  await dropRetired(client)
  await inTransaction(owner, (own) => makeViews(own, shadow, rows[0]?.name ?? ''))
}

/** Under the lock no projection moves the live views, so nothing that they have is missing from the new ones. */
const swap = (owner: Pool, log: EventLog): Promise<number> =>
  inTransaction(owner, async (client) => {
    await lockViews(client)
    let at = await positionOf(client, shadow)
    for (const to = await positionOf(client, live); at < to; ) at = await foldBatch(client, shadow, await log.readFrom(at, largestBatch))
    await client.query('select pg_advisory_xact_lock($1)', [swapLock])
    await client.query(`alter schema ${live} rename to ${retired}`)
    await client.query(`alter schema ${shadow} rename to ${live}`)
    return at
  })

/** Apart from the swap: it waits for those who still read the old views, and they may not wait for it. */
async function dropRetired(client: PoolClient): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`drop schema if exists ${retired} cascade`)
      return
    } catch (error) {
      if (!isPassing(error) || tries === 5) throw error
    }
  }
}
