import type { Pool } from 'pg'
import type { RecordedEvent } from '../../domain/record.ts'
import { isConnectionLost } from './failures.ts'
import { createNotificationListener } from './notification-listener.ts'

/** Events that one batch holds at most. */
const largestBatch = 500

type ReadFrom = (afterPosition: number, limit: number) => Promise<readonly RecordedEvent[]>

/**
 * Batches in order from a position, for as long as the signal lasts. A lost connection is made again.
 *
 * @throws Error when a position is missing: the log was tampered with, and what follows would be a false record
 * @throws UnreadableEvent
 */
export async function* follow(pool: Pool, readFrom: ReadFrom, afterPosition: number, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[]> {
  const listener = createNotificationListener(pool, signal)
  let last = afterPosition
  try {
    while (!signal.aborted) {
      // Muffled before reading: what is recorded after the read rings, and the wait below ends at once.
      listener.muffle()
      const events = await readUnlessUnavailable(readFrom, last)
      if (events.length === 0) {
        await listener.rung()
        continue
      }
      assertGapless(last, events)
      yield events
      last += events.length
    }
  } finally {
    listener.close()
  }
}

/** While PostgreSQL is away there is nothing to read; the bell says when to look again. */
async function readUnlessUnavailable(readFrom: ReadFrom, last: number): Promise<readonly RecordedEvent[]> {
  try {
    return await readFrom(last, largestBatch)
  } catch (error) {
    if (!isConnectionLost(error)) throw error
    return []
  }
}

function assertGapless(last: number, events: readonly RecordedEvent[]): void {
  const gap = events.findIndex(({ position }, index) => position !== last + index + 1)
  if (gap !== -1) throw new Error(`Position ${last + gap + 1} is missing from the log: verify it`)
}
