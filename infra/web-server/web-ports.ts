import type { ShownInstallation, WebPorts } from '../../web/ports.ts'
import { isConnectionLost, isPassing } from '../event-store/failures.ts'
import type { OpenInstallation } from '../installation/installation.ts'
import { readPageCatalogs } from '../locales/read-page-catalogs.ts'
import { capturedLetters } from '../mail/captured-letters.ts'
import type { ReadyViews } from '../read-models/create-views.ts'
import { readAssets } from './web-assets.ts'

export type WebSettings = {
  readonly installation: Pick<OpenInstallation, 'office' | 'seeds' | 'catalogs'>
  readonly views: ReadyViews
  readonly dataDirectory: string
  readonly rehearsals: WebPorts['rehearsals']
  readonly version: string
  readonly logFault: WebPorts['logFault']
}

/** What pages and the HTTP interface need, from an open house. */
export async function webPorts({ installation, views, dataDirectory, rehearsals, version, logFault }: WebSettings): Promise<WebPorts> {
  const { office, seeds, catalogs } = installation
  const parties = new Set(seeds.organizations.flatMap(({ organization, members }) => [...members.members, ...organization.units].map(({ code }) => code)))
  return {
    ...shownInstallation(installation, views, dataDirectory),
    installation: office,
    rehearsals,
    words: await readPageCatalogs(catalogs),
    assets: await readAssets(),
    identity: { isParty: async (code) => parties.has(code) },
    waitForPosition: (position, atMostMs) => views.waitFor(position, atMostMs),
    operations: async () => {
      const [logPosition, viewsPosition] = await Promise.all([office.log.head(), views.position()])
      return { logPosition, viewsPosition }
    },
    isOutage: (error) => isConnectionLost(error) || isPassing(error),
    logFault,
    about: { version },
  }
}

/** A house that people look at, the live one or a rehearsal. */
export const shownInstallation = (
  { office: { clock, reference } }: Pick<OpenInstallation, 'office'>,
  views: ReadyViews,
  dataDirectory: string,
): ShownInstallation => ({
  views,
  captured: capturedLetters(dataDirectory),
  today: (organization) => clock.today(reference.zoneOf(organization)),
})
