import { createCommands } from '../../activities/commands/commands.ts'
import { joinQueries } from '../../activities/queries.ts'
import type { ShownInstallation, WebPorts } from '../../web/ports.ts'
import { isConnectionLost, isPassing } from '../event-store/failures.ts'
import { identityFrom } from '../installation/identity.ts'
import type { OpenInstallation } from '../installation/installation.ts'
import { readPageCatalogs } from '../locales/read-page-catalogs.ts'
import { capturedLetters } from '../mail/captured-letters.ts'
import type { ReadyQueries } from '../read-models/create-queries.ts'
import { readAssets } from './web-assets.ts'

export type WebSettings = {
  readonly installation: Pick<OpenInstallation, 'office' | 'seeds' | 'catalogs'>
  readonly queries: ReadyQueries
  readonly dataDirectory: string
  readonly rehearsals: WebPorts['rehearsals']
  readonly version: string
  readonly logFault: WebPorts['logFault']
}

/** What pages and the HTTP interface need, from an open installation. */
export async function webPorts({ installation, queries, dataDirectory, rehearsals, version, logFault }: WebSettings): Promise<WebPorts> {
  const { office, seeds, catalogs } = installation
  return {
    ...shownInstallation(installation, queries, dataDirectory),
    commands: createCommands(office),
    rehearsals,
    words: await readPageCatalogs(catalogs),
    assets: await readAssets(),
    identity: identityFrom(seeds),
    waitForPosition: (position, atMostMs) => queries.waitFor(position, atMostMs),
    operations: async () => {
      const [logPosition, viewsPosition] = await Promise.all([office.log.head(), queries.position()])
      return { logPosition, viewsPosition }
    },
    isOutage: (error) => isConnectionLost(error) || isPassing(error),
    logFault,
    about: { version },
  }
}

/** An installation that people look at, the live one or a rehearsal. */
export const shownInstallation = ({ office }: Pick<OpenInstallation, 'office'>, views: Pick<ReadyQueries, 'as'>, dataDirectory: string): ShownInstallation => ({
  queries: joinQueries(views, office),
  captured: capturedLetters(dataDirectory),
  today: (organization) => office.clock.today(office.reference.zoneOf(organization)),
})
