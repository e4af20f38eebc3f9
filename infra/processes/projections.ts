import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { createViewsProjection } from '../read-models/views-projection.ts'
import { runPart } from './run-process.ts'

await runPart('views', async ({ settings, signal, ready, log }) => {
  const { office, pool, close } = await openLiveInstallation(settings, 4)
  const projection = createViewsProjection({ pool, log: office.log })
  log.info({ position: await projection.catchUp() }, 'the views are at the head of the log')
  ready()
  await projection.run(signal)
  await close()
})
