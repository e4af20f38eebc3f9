import type { ClientBase, Pool } from 'pg'
import type { RecordedEvent } from '../../domain/record.ts'
import { inTransaction } from '../postgres/transaction.ts'
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
      await client.query('update checkpoint set position = $2 where name = $1', [name, last.position])
    }),
})

async function lockCheckpoint(client: ClientBase, name: string): Promise<number> {
  await client.query('insert into checkpoint (name, position) values ($1, 0) on conflict (name) do nothing', [name])
  const { rows } = await client.query<{ position: string }>('select position from checkpoint where name = $1 for update', [name])
  return Number(rows[0]?.position ?? 0)
}
