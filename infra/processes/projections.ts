import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { measureSubscription } from '../metrics/subscription-metrics.ts'
import { measureViews } from '../metrics/view-metrics.ts'
import { createFeed } from '../read-models/feed.ts'
import { positionOf } from '../read-models/fold-batch.ts'
import { live } from '../read-models/schema.ts'
import { measureLag } from '../subscriptions/lag.ts'
import { databaseAtThisRelease, logReadable, subscriptionLed } from './checks.ts'
import { runProcess } from './run-process.ts'

await runProcess('projections', async ({ settings, signal, ready, log, metrics }) => {
  const { office, pool, close } = await openLiveInstallation(settings, 6)
  const feed = createFeed({ pool, log: office.log })
  const position = () => positionOf(pool, live)
  const subscription = { name: 'views', position, lag: async () => measureLag(pool, await position()) }
  measureSubscription(metrics, subscription)
  measureViews(metrics, pool)
  log.info({ position: await feed.catchUp() }, 'the views are at the head of the log')
  ready({ database: databaseAtThisRelease(pool), log: logReadable(office.log), leader: subscriptionLed(pool, subscription.name), lag: subscription.lag })
  await feed.run(signal)
  await close()
})
