import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWebApp } from '../../web/app.ts'
import { openPool } from '../event-store/pool.ts'
import { projectRoot } from '../project-root.ts'
import { createViews } from '../read-models/create-views.ts'
import { webPorts } from '../web-ports.ts'
import { openLiveHouse } from './open-live-house.ts'
import { runPart, untilTold } from './run-part.ts'
import { shownRehearsals } from './shown-rehearsals.ts'
import { serveWeb } from './web.ts'

await runPart('web', async ({ settings, signal, ready, log }) => {
  const { dataDirectory, port } = settings
  const house = await openLiveHouse(settings, 8)
  const pool = openPool(house.connections.web, { max: 8 })
  const beside = shownRehearsals(dataDirectory)
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { readonly version: string }
  const ports = await webPorts({
    ...{ house, dataDirectory, version },
    views: createViews(pool, { reader: 'staff' }),
    rehearsals: beside.list,
    logFault: ({ id, method, path, error }) => log.error({ fault: id, method, path, err: error }, 'a fault'),
  })
  const server = await serveWeb({ app: createWebApp(ports), port })
  log.info({ url: server.url }, 'pages are served')
  ready()
  await untilTold(signal)
  await server.close()
  await Promise.all([pool.end(), beside.close(), house.close()])
})
