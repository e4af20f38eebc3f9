import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { isConnectionLost, isPassing } from '../event-store/failures.ts'
import { withLeadership } from '../event-store/leadership.ts'
import { foldBatch, lockViews, positionOf } from './fold-batch.ts'
import { live } from './schema.ts'
import { inTransaction } from './transaction.ts'

/** Events that one transaction folds at most. */
const largestBatch = 1_000

/** Moves all views along the log, a batch a transaction. It appends nothing. */
export interface Feed {
  /**
   * Brings the views up to a position, the head of the log by default. Safe beside a feed that runs.
   *
   * @returns the position that they are at, at least the one asked for
   */
  catchUp(toPosition?: number): Promise<number>
  /**
   * Keeps the views at the head for as long as the signal lasts; one process at a time does.
   *
   * @throws UnreadableEvent
   */
  run(signal: AbortSignal): Promise<void>
}

/** @param pool of the service's login */
export function createFeed({ pool, log }: { readonly pool: Pool; readonly log: EventLog }): Feed {
  const take = (events: readonly RecordedEvent[]): Promise<number> =>
    inTransaction(pool, async (client) => {
      await lockViews(client)
      return foldBatch(client, live, events)
    })

  const catchUp = async (toPosition?: number): Promise<number> => {
    const to = toPosition ?? (await log.head())
    let at = await positionOf(pool, live)
    while (at < to) {
      const events = await log.readFrom(at, largestBatch)
      if (events.length === 0) return at
      at = await take(events)
    }
    return at
  }

  /** Waits out an outage: the transaction is undone, and the same events are handed in again. */
  const persist = async (work: () => Promise<unknown>, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        await work()
        return
      } catch (error) {
        if (!isConnectionLost(error) && !isPassing(error)) throw error
        await wait(1_000, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  const lead = async (signal: AbortSignal): Promise<void> => {
    await persist(catchUp, signal)
    if (signal.aborted) return
    for await (const events of log.follow(await positionOf(pool, live), signal)) await persist(() => take(events), signal)
  }

  return {
    catchUp,
    run: async (signal) => {
      // Leadership goes with a lost connection: then it is sought again.
      while (!signal.aborted) await persist(() => withLeadership(pool, 'views', lead, signal), signal)
    },
  }
}
