import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { isConnectionLost, isPassing } from '../event-store/failures.ts'
import { createNotificationListener } from '../event-store/notification-listener.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type Lag, measureLag } from './lag.ts'
import { withLeadership } from './leadership.ts'
import { createWatermark } from './watermark.ts'

export type SubscriptionSettings = {
  /** Names it in the leader's lock, in its failure and in metrics. */
  readonly name: string
  readonly log: Pick<EventLog, 'head' | 'readFrom'>
  /** Of the service's login. While it runs it keeps one connection to listen, and a leader one for its lock. */
  readonly pool: Pool
  readonly from: Checkpoint
  /** Takes one batch, gapless and in order of position. After an outage it is given the events that lie behind the checkpoint again. */
  readonly handle: (events: readonly RecordedEvent[]) => Promise<void>
  /** One process at a time runs it, the others wait for their turn. */
  readonly leader: boolean
  /** Events that one batch holds at most. */
  readonly largestBatch?: number
  /** Each time before it begins to read; may move the checkpoint. */
  readonly prepare?: () => Promise<void>
  /** Runs while events are read, until the signal. What it throws ends the reading, as a failure of `handle` does. */
  readonly watch?: (signal: AbortSignal) => Promise<void>
  /** Whether a failure may pass. Outages of PostgreSQL are known without it. */
  readonly isOutage?: (error: unknown) => boolean
  readonly onOutage?: (error: Error) => void
}

export type Subscription = {
  readonly name: string
  /**
   * Handles what is recorded and what comes, until the signal. After an outage it begins again at its checkpoint.
   *
   * @throws SubscriptionStopped
   */
  run(signal: AbortSignal): Promise<void>
  /**
   * Handles events up to a position, the head of the log by default, without leading and without waiting for outages to pass.
   * Safe while `run` of this subscription is under way, and of another process where `handle` moves the position in its own transaction.
   *
   * @returns the position that it is at, at least the one asked for if that is recorded
   */
  catchUp(toPosition?: number): Promise<number>
  /** Settles once all events up to a position were handled, as far as this subscription has seen. */
  reached(position: number): Promise<void>
  /** Position of the last event that was handled, here or by another process. */
  position(): Promise<number>
  lag(): Promise<Lag>
}

/** An event could not be read, or not be handled for a fault of ours. It is not skipped: what follows would be a false record. */
export class SubscriptionStopped extends Error {
  override readonly name = 'SubscriptionStopped'
  readonly subscription: string
  /** Position of the last event that was handled; -1 where it was not known. */
  readonly position: number

  constructor(subscription: string, position: number, cause: unknown) {
    super(`The subscription ${subscription} stopped after position ${position}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.subscription = subscription
    this.position = position
  }
}

const afterOutageMs = 1_000

/** A reader of the log: hands each event to `handle`, in order, from its checkpoint on. */
export function createSubscription(settings: SubscriptionSettings): Subscription {
  const { name, log, pool, from, handle, leader, largestBatch = 500, prepare, watch, isOutage, onOutage } = settings
  const handled = createWatermark()
  const inTurn = createTurns()

  const handleNextBatch = async (): Promise<number | null> => {
    const after = await from.read()
    handled.raise(after)
    const events = await log.readFrom(after, largestBatch)
    const last = events.at(-1)
    if (last === undefined) return null
    assertGapless(after, events)
    await handle(events)
    await from.moveTo?.(last.position)
    handled.raise(last.position)
    return last.position
  }

  const handleAsRecorded = async (signal: AbortSignal): Promise<void> => {
    const listener = createNotificationListener(pool, signal)
    try {
      while (!signal.aborted) {
        // Before reading: what is recorded after the read is notified, and the wait below ends at once.
        listener.reset()
        if ((await inTurn(handleNextBatch)) === null) await listener.notified()
      }
    } finally {
      listener.close()
    }
  }

  const readOn = async (signal: AbortSignal): Promise<void> => {
    await prepare?.()
    await untilOneEnds(watch === undefined ? [handleAsRecorded] : [handleAsRecorded, watch], signal)
  }

  const mayPass = (error: unknown): boolean => isConnectionLost(error) || isPassing(error) || isOutage?.(error) === true

  return {
    name,
    run: async (signal) => {
      while (!signal.aborted) {
        try {
          await (leader ? withLeadership(pool, name, readOn, signal) : readOn(signal))
        } catch (error) {
          if (!mayPass(error)) throw new SubscriptionStopped(name, handled.position, error)
          onOutage?.(error as Error)
          await wait(afterOutageMs, undefined, { signal }).catch(() => undefined)
        }
      }
    },
    catchUp: async (toPosition) => {
      const to = toPosition ?? (await log.head())
      let at = await from.read()
      while (at < to) {
        const next = await inTurn(handleNextBatch)
        if (next === null) return from.read()
        at = next
      }
      return at
    },
    reached: handled.reached,
    position: from.read,
    lag: async () => measureLag(pool, await from.read()),
  }
}

function assertGapless(after: number, events: readonly RecordedEvent[]): void {
  const gap = events.findIndex(({ position }, index) => position !== after + index + 1)
  if (gap !== -1) throw new Error(`Position ${after + gap + 1} is missing from the log: verify it`)
}

/** One piece of work at a time, in order of arrival. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
}

/** Ends all when one ends. @throws what the first of them threw */
async function untilOneEnds(works: readonly ((signal: AbortSignal) => Promise<void>)[], signal: AbortSignal): Promise<void> {
  const ended = new AbortController()
  const until = AbortSignal.any([signal, ended.signal])
  const outcomes = await Promise.allSettled(works.map((work) => work(until).finally(() => ended.abort())))
  const failed = outcomes.find((each) => each.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
