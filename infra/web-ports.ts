import type { ShownHouse, WebPorts } from '../web/ports.ts'
import { isConnectionLost, isPassing } from './event-store/failures.ts'
import { capturedLetters } from './mail/captured-letters.ts'
import { readPageWords } from './page-words.ts'
import type { ReadyViews } from './read-models/create-views.ts'
import type { OpenHouse } from './runtime.ts'
import { readAssets } from './web-assets.ts'

export type WebSettings = {
  readonly house: Pick<OpenHouse, 'office' | 'seeds' | 'wordings'>
  readonly views: ReadyViews
  readonly dataDirectory: string
  readonly rehearsals: WebPorts['rehearsals']
  readonly version: string
  readonly logFault: WebPorts['logFault']
}

/** What pages and the HTTP interface need, from an open house. */
export async function webPorts({ house, views, dataDirectory, rehearsals, version, logFault }: WebSettings): Promise<WebPorts> {
  const { office, seeds, wordings } = house
  const states = new Set(seeds.organizations.flatMap(({ members }) => members.members.map(({ code }) => code)))
  return {
    ...shownHouse(house, views, dataDirectory),
    house: office,
    rehearsals,
    words: await readPageWords(wordings),
    assets: await readAssets(),
    identity: { isState: async (code) => states.has(code) },
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
export const shownHouse = ({ office: { clock, reference } }: Pick<OpenHouse, 'office'>, views: ReadyViews, dataDirectory: string): ShownHouse => ({
  views,
  captured: capturedLetters(dataDirectory),
  today: (organization) => clock.today(reference.zoneOf(organization)),
})
