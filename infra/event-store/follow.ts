import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import type { RecordedEvent } from '../../domain/record.ts'
import { isConnectionLost } from './failures.ts'

/** Events that one batch holds at most. */
const largestBatch = 500

/** A notification that went astray costs no more than this. */
const pollMs = 1_000

type ReadFrom = (afterPosition: number, limit: number) => Promise<readonly RecordedEvent[]>

/**
 * Batches in order from a position, for as long as the signal lasts. A lost connection is made again.
 *
 * @throws Error when a position is missing: the log was tampered with, and what follows would be a false record
 * @throws UnreadableEvent
 */
export async function* follow(pool: Pool, readFrom: ReadFrom, afterPosition: number, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
  const bell = createBell(pool, signal)
  let last = afterPosition
  try {
    while (!signal.aborted) {
      const rung = bell.next()
      const events = await readOrWait(readFrom, last, signal)
      if (events.length === 0) {
        await rung
        continue
      }
      assertGapless(last, events)
      yield events
      last += events.length
    }
  } finally {
    bell.close()
  }
}

async function readOrWait(readFrom: ReadFrom, last: number, signal: AbortSignal): Promise<readonly RecordedEvent[]> {
  try {
    return signal.aborted ? [] : await readFrom(last, largestBatch)
  } catch (error) {
    if (!isConnectionLost(error)) throw error
    return []
  }
}

function assertGapless(last: number, events: readonly RecordedEvent[]): void {
  const gap = events.findIndex(({ position }, index) => position !== last + index + 1)
  if (gap !== -1) throw new Error(`Position ${last + gap + 1} is missing from the log: verify it`)
}

/** Rings when something was recorded, when a poll is due, and when the signal ends the wait. */
function createBell(pool: Pool, signal: AbortSignal) {
  const rings = new EventTarget()
  const ring = () => rings.dispatchEvent(new Event('ring'))
  let listener: PoolClient | null = null
  let closed = false

  const listen = async (): Promise<void> => {
    const client = await pool.connect()
    const lost = () => {
      if (listener === client) listener = null
      client.release(true)
    }
    client.once('error', lost)
    client.on('notification', ring)
    try {
      await client.query('listen recorded')
    } catch (error) {
      client.removeListener('error', lost)
      client.release(true)
      throw error
    }
    if (closed) client.release(true)
    else listener = client
    ring()
  }

  const keepListening = async (): Promise<void> => {
    while (!closed && !signal.aborted) {
      // Polling goes on meanwhile: what cannot listen now tries again with the next poll.
      if (listener === null) await listen().catch(ring)
      await wait(pollMs, undefined, { signal, ref: false }).catch(ring)
    }
  }
  void keepListening()

  return {
    next: async (): Promise<void> => {
      const stop = new AbortController()
      const either = AbortSignal.any([signal, stop.signal])
      try {
        await Promise.race([once(rings, 'ring', { signal: either }), wait(pollMs, undefined, { signal: either })])
      } catch (error) {
        if (!signal.aborted) throw error
      } finally {
        stop.abort()
      }
    },
    close: () => {
      closed = true
      listener?.release(true)
      listener = null
    },
  }
}
