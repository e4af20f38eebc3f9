import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWebApp } from '../../web/app.ts'
import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { projectRoot } from '../installation/project-root.ts'
import { measureAppends } from '../metrics/measure-appends.ts'
import { openPool } from '../postgres/pool.ts'
import { createQueries } from '../read-models/create-queries.ts'
import { serveWeb } from '../web-server/serve-web.ts'
import { shownRehearsals } from '../web-server/shown-rehearsals.ts'
import { webPorts } from '../web-server/web-ports.ts'
import { databaseAtThisRelease, logReadable } from './checks.ts'
import { runProcess, untilStopRequested } from './run-process.ts'

await runProcess('web', async ({ settings, signal, ready, log, metrics }) => {
  const { dataDirectory, webPort, urlOf } = settings
  const opened = await openLiveInstallation(settings, 8)
  const measured = measureAppends(metrics, opened.office.log)
  const installation = { ...opened, office: { ...opened.office, log: measured } }
  const pool = openPool(urlOf('web'), { max: 8 })
  const queries = createQueries(pool)
  const beside = shownRehearsals(dataDirectory)
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { readonly version: string }
  const ports = await webPorts({
    ...{ installation, dataDirectory, version, queries },
    rehearsals: beside.list,
    logFault: ({ id, method, path, error }) => log.error({ fault: id, method, path, err: error }, 'a fault'),
  })
  const server = await serveWeb({ app: createWebApp(ports), port: webPort })
  log.info({ url: server.url }, 'pages are served')
  ready({ database: databaseAtThisRelease(pool), log: logReadable(measured), views: () => queries.position() })
  await untilStopRequested(signal)
  await server.close()
  await Promise.all([pool.end(), beside.close(), installation.close()])
})
