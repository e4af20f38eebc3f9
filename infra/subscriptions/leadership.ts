import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { isConnectionLost } from '../event-store/failures.ts'

/** How often the leader shows that it lives, and the others ask. */
const keepaliveMs = 1_000

/**
 * Runs work that one process at a time may do: waits for its turn, and gives it up when the work ends.
 *
 * The lock goes with its connection: when that is lost, the work's signal aborts, and another may lead at once.
 *
 * @param work ends soon after its signal aborts
 * @param signal ends the waiting, and is passed on to the work
 * @returns what the work returned, or `null` when the signal came first
 */
export async function withLeadership<T>(pool: Pool, name: string, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T | null> {
  while (!signal.aborted) {
    const client = await tryToLead(pool, name)
    if (client !== null) return leadWith(client, work, signal)
    await wait(keepaliveMs, undefined, { signal }).catch(() => undefined)
  }
  return null
}

/** A connection that holds the lock, or `null`: another leads, or PostgreSQL is away. */
async function tryToLead(pool: Pool, name: string): Promise<PoolClient | null> {
  const client = await pool.connect().catch(orUnavailable)
  if (client === null) return null
  try {
    const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as leads', [`leader of ${name}`])
    if (rows[0]?.leads === true) return client
    client.release()
    return null
  } catch (error) {
    client.release(true)
    return orUnavailable(error)
  }
}

function orUnavailable(error: unknown): null {
  if (!isConnectionLost(error)) throw error
  return null
}

async function leadWith<T>(client: PoolClient, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
  const lost = new AbortController()
  const resign = (error: Error): void => lost.abort(error)
  client.on('error', resign)
  const keepalive = setInterval(() => client.query('select 1').catch(resign), keepaliveMs)
  try {
    return await work(AbortSignal.any([signal, lost.signal]))
  } finally {
    clearInterval(keepalive)
    // Closing the connection gives the lock back, whatever state it is in.
    client.release(true)
  }
}
