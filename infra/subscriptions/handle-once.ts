import type { ClientBase, Pool } from 'pg'
import type { RecordedEvent } from '../../domain/record.ts'
import { mutableQueries } from '../postgres/mutable-tables.ts'
import { inTransaction } from '../postgres/transaction.ts'
import { runQuery } from '../postgres/write-queries.ts'
import { storedCheckpoint } from './checkpoint.ts'
import type { SubscriptionSettings } from './subscription.ts'

/**
 * Handles each batch and moves the stored position in one transaction: what `apply` writes there is written once for each event,
 * after a crash, an outage and a change of leader too.
 *
 * @param pool of the service's login
 * @param apply writes through this client alone; what it does elsewhere may be repeated
 */
export const handleOnce = (
  pool: Pool,
  name: string,
  apply: (events: readonly RecordedEvent[], client: ClientBase) => Promise<void>,
): Pick<SubscriptionSettings, 'from' | 'handle'> => ({
  from: { read: storedCheckpoint(pool, name).read },
  handle: (events) =>
    inTransaction(pool, async (client) => {
      const position = await lockCheckpoint(client, name)
      // A leader that lost its lock in the middle of a batch may still be at work: what it moved past is no longer due.
      const unhandled = events.filter((event) => event.position > position)
      const last = unhandled.at(-1)
      if (last === undefined) return
      await apply(unhandled, client)
      await runQuery(client, mutableQueries.updateTable('checkpoint').set({ position: last.position }).where('name', '=', name))
    }),
})

async function lockCheckpoint(client: ClientBase, name: string): Promise<number> {
  const first = mutableQueries.insertInto('checkpoint').values({ name, position: 0 })
  await runQuery(
    client,
    first.onConflict((on) => on.column('name').doNothing()),
  )
  const [row] = await runQuery(client, mutableQueries.selectFrom('checkpoint').select('position').where('name', '=', name).forUpdate())
  return Number(row?.position ?? 0)
}
