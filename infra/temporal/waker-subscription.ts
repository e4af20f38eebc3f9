import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import type { Reconciled } from '../../activities/workflow-activities.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { storedCheckpoint } from '../subscriptions/checkpoint.ts'
import { createSubscription, type Subscription } from '../subscriptions/subscription.ts'
import { findConcernedCycles } from './concerned-cycles.ts'
import type { TemporalMemory } from './temporal-memory.ts'
import { TemporalUnavailable, type Undelivered, type Waker } from './waker.ts'
import { wakesFor } from './wakes-for.ts'

export type WakerSubscriptionSettings = {
  readonly log: EventLog
  readonly memory: TemporalMemory
  /** Of the service's login. */
  readonly pool: Pool
  readonly waker: Waker
  /** Id of the namespace that answers now. @throws TemporalUnavailable */
  readonly namespaceId: () => Promise<string>
  /** Compares the whole record with Temporal and repairs the difference. */
  readonly reconcile: () => Promise<Reconciled>
  readonly report?: (news: WakerNews) => void
  /** Events; a longer backlog is replaced by one reconciliation. */
  readonly longestBacklog?: number
  /** How often it asks whether Temporal is still the same one. */
  readonly namespaceCheckMs?: number
}

/** For the installation's own log. */
export type WakerNews =
  | { readonly kind: 'reconciled'; readonly because: 'other-temporal' | 'backlog'; readonly result: Reconciled }
  | { readonly kind: 'set-aside'; readonly undelivered: readonly Undelivered[] }
  | { readonly kind: 'waiting'; readonly error: Error }

const name = 'waker'

/** Wakes the workflows that each event concerns, in the order of the log. The log is the outbox: there is no other. */
export function createWakerSubscription(settings: WakerSubscriptionSettings): Subscription {
  const { log, memory, pool, waker, namespaceId, reconcile, report, longestBacklog = 10_000, namespaceCheckMs = 5_000 } = settings
  const checkpoint = storedCheckpoint(pool, name)
  let currentNamespace: string

  /** An empty Temporal has to be filled from the record before a single wake-up makes it look alive. */
  const prepare = async (): Promise<void> => {
    currentNamespace = await namespaceId()
    if ((await memory.seen()) !== currentNamespace) {
      await reconcileBecause('other-temporal')
      await memory.see(currentNamespace)
    }
    const head = await log.head()
    if (head - (await checkpoint.read()) <= longestBacklog) return
    await reconcileBecause('backlog')
    await checkpoint.moveTo(head)
  }

  const reconcileBecause = async (because: 'other-temporal' | 'backlog'): Promise<void> => {
    const head = await log.head()
    const result = await reconcile()
    await memory.forgetUpTo(head)
    report?.({ kind: 'reconciled', because, result })
  }

  const wakeConcerned = async (events: readonly RecordedEvent[]): Promise<void> => {
    const undelivered = await waker.wakeAll(wakesFor(events, await findConcernedCycles(log, events)))
    if (undelivered.length === 0) return
    await memory.setAside(undelivered)
    report?.({ kind: 'set-aside', undelivered })
  }

  const watchNamespace = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await wait(namespaceCheckMs, undefined, { signal }).catch(() => undefined)
      if (!signal.aborted && (await namespaceId()) !== currentNamespace) throw new TemporalUnavailable('Temporal was replaced by another one')
    }
  }

  return createSubscription({
    name,
    log,
    pool,
    from: checkpoint,
    handle: wakeConcerned,
    leader: true,
    prepare,
    watch: watchNamespace,
    isOutage: (error) => error instanceof TemporalUnavailable,
    onOutage: (error) => report?.({ kind: 'waiting', error }),
  })
}
