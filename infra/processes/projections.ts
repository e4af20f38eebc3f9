import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { createFeed } from '../read-models/feed.ts'
import { runPart } from './run-process.ts'

await runPart('views', async ({ settings, signal, ready, log }) => {
  const { office, pool, close } = await openLiveInstallation(settings, 4)
  const feed = createFeed({ pool, log: office.log })
  log.info({ position: await feed.catchUp() }, 'the views are at the head of the log')
  ready()
  await feed.run(signal)
  await close()
})
