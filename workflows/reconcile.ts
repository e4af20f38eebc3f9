import { condition, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { ReconcileActivities } from '../activities/workflow-activities.ts'
import { recordOptions } from './record-options.ts'
import { startAfresh } from './start-afresh.ts'
import { heedWakeUps } from './wake-ups.ts'

const { nextNight } = proxyLocalActivities<Pick<ReconcileActivities, 'nextNight'>>(recordOptions)

const { reconcileRecord } = proxyActivities<Pick<ReconcileActivities, 'reconcileRecord'>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '10 seconds', maximumInterval: '10 minutes' },
})

/** Each night at each seat, or at once when woken, compares the record with Temporal and repairs the difference. Runs for ever. */
export async function reconcile(): Promise<void> {
  const told = heedWakeUps()
  const { waitMs, summary } = await nextNight()
  const woken = () => told.newerThan(0) || told.renewAsked()
  if (waitMs === null) await condition(woken)
  else await condition(woken, waitMs, { summary })
  if (!told.renewAsked()) await reconcileRecord()
  await startAfresh()
}
