import { condition, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { ReconcileActivities } from '../activities/workflow-activities.ts'
import { continueAsNewWhenLong } from './continue-as-new-when-long.ts'
import { recordOptions } from './record-options.ts'
import { registerSignals } from './register-signals.ts'

const { nextNight } = proxyLocalActivities<Pick<ReconcileActivities, 'nextNight'>>(recordOptions)

const { reconcileRecord } = proxyActivities<Pick<ReconcileActivities, 'reconcileRecord'>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '10 seconds', maximumInterval: '10 minutes' },
})

/** Each night at each seat, or at once when woken, compares the record with Temporal and repairs the difference. Runs for ever. */
export async function reconcile(): Promise<void> {
  const told = registerSignals()
  const { waitMs, summary } = await nextNight()
  const woken = () => told.newerThan(0) || told.renewRequested()
  if (waitMs === null) await condition(woken)
  else await condition(woken, waitMs, { summary })
  if (!told.renewRequested()) await reconcileRecord()
  await continueAsNewWhenLong()
}
