import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { measureSubscription } from '../metrics/subscription-metrics.ts'
import { measureViews } from '../metrics/view-metrics.ts'
import { createViewsProjection } from '../read-models/views-projection.ts'
import { databaseAtThisRelease, logReadable, subscriptionLed } from './checks.ts'
import { runProcess } from './run-process.ts'

await runProcess('projections', async ({ settings, signal, ready, log, metrics }) => {
  const { office, pool, close } = await openLiveInstallation(settings, 6)
  const projection = createViewsProjection({ pool, log: office.log })
  measureSubscription(metrics, projection)
  measureViews(metrics, pool)
  log.info({ position: await projection.catchUp() }, 'the views are at the head of the log')
  ready({ database: databaseAtThisRelease(pool), log: logReadable(office.log), leader: subscriptionLed(pool, projection.name), lag: projection.lag })
  await projection.run(signal)
  await close()
})
