import { createFeed } from '../read-models/feed.ts'
import { openLiveHouse } from './open-live-house.ts'
import { runPart } from './run-part.ts'

await runPart('views', async ({ settings, signal, ready, log }) => {
  const { office, pool, close } = await openLiveHouse(settings, 4)
  const feed = createFeed({ pool, log: office.log })
  log.info({ position: await feed.catchUp() }, 'the views are at the head of the log')
  ready()
  await feed.run(signal)
  await close()
})
