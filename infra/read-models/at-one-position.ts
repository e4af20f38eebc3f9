import type { Pool } from 'pg'
import type { Views } from '../../activities/views.ts'
import type { Principal } from '../../domain/principal.ts'
import { answering } from './answering.ts'
import { swapLock } from './fold-batch.ts'
import { actingAs, askingBy } from './reader.ts'

/**
 * Lets a page ask several questions of the same moment: all answers are of one position, whatever the projection does meanwhile.
 *
 * @param work asks and ends soon: a rebuild waits for it with its swap
 */
export async function atOnePosition<T>(pool: Pool, principal: Principal, work: (views: Views) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    // Before the transaction: its snapshot must be of after a swap that it waited for.
    await client.query('select pg_advisory_lock_shared($1)', [swapLock])
    await client.query(`begin isolation level repeatable read, read only; ${actingAs(principal)}`)
    const result = await work(answering(askingBy(client)))
    await client.query('commit')
    await client.query('select pg_advisory_unlock_shared($1)', [swapLock])
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}
