import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWebApp } from '../../web/app.ts'
import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { projectRoot } from '../installation/project-root.ts'
import { openPool } from '../postgres/pool.ts'
import { createViews } from '../read-models/create-views.ts'
import { serveWeb } from '../web-server/serve-web.ts'
import { shownRehearsals } from '../web-server/shown-rehearsals.ts'
import { webPorts } from '../web-server/web-ports.ts'
import { runPart, untilStopRequested } from './run-process.ts'

await runPart('web', async ({ settings, signal, ready, log }) => {
  const { dataDirectory, port } = settings
  const installation = await openLiveInstallation(settings, 8)
  const pool = openPool(installation.connections.web, { max: 8 })
  const beside = shownRehearsals(dataDirectory)
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { readonly version: string }
  const ports = await webPorts({
    ...{ installation, dataDirectory, version },
    views: createViews(pool, { reader: 'staff' }),
    rehearsals: beside.list,
    logFault: ({ id, method, path, error }) => log.error({ fault: id, method, path, err: error }, 'a fault'),
  })
  const server = await serveWeb({ app: createWebApp(ports), port })
  log.info({ url: server.url }, 'pages are served')
  ready()
  await untilStopRequested(signal)
  await server.close()
  await Promise.all([pool.end(), beside.close(), installation.close()])
})
