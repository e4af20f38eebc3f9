import type { Pool } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import { inTransaction } from '../postgres/transaction.ts'
import { createSubscription, type Subscription } from '../subscriptions/subscription.ts'
import { foldBatch, lockViews, positionOf } from './fold-batch.ts'
import { live } from './schema.ts'

/** Moves all views along the log, a batch a transaction, with their position. It appends nothing. @param pool of the service's login */
export const createViewsProjection = ({ pool, log }: { readonly pool: Pool; readonly log: Pick<EventLog, 'head' | 'readFrom'> }): Subscription =>
  createSubscription({
    name: 'views',
    log,
    pool,
    from: { read: () => positionOf(pool, live) },
    handle: (events) =>
      inTransaction(pool, async (client) => {
        await lockViews(client)
        await foldBatch(client, live, events)
      }),
    leader: true,
    largestBatch: 1_000,
  })
