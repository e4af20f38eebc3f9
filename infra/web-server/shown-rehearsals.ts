import { existsSync, readdirSync } from 'node:fs'
import { joinQueries } from '../../activities/queries.ts'
import type { Rehearsal } from '../../web/ports.ts'
import { systemClock } from '../clock/system-clock.ts'
import { installationKind } from '../event-store/migrate.ts'
import { openInstallation } from '../installation/installation.ts'
import { lastDayOf } from '../installation/last-day.ts'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import { passwordOf } from '../local-servers/postgres/data-directory.ts'
import { findRunning } from '../local-servers/postgres/running.ts'
import { capturedLetters } from '../mail/captured-letters.ts'
import { closedPostOffice } from '../mail/closed-post-office.ts'
import { urlOfRole } from '../postgres/roles.ts'
import { createQueries } from '../read-models/create-queries.ts'
import { createViewsProjection } from '../read-models/views-projection.ts'
import { resultFile } from '../supervisor/shown-rehearsal-process.ts'

type Opened = { readonly port: number; readonly rehearsal: Omit<Rehearsal, 'playing'>; readonly close: () => Promise<void> }

/** The rehearsals that lie beside a live installation and whose PostgreSQL runs, opened when they are first seen. */
export function shownRehearsals(dataDirectory: string): { readonly list: () => Promise<readonly Rehearsal[]>; readonly close: () => Promise<void> } {
  const opened = new Map<string, Opened>()
  let looking: Promise<readonly Rehearsal[]> | null = null

  const look = async (): Promise<readonly Rehearsal[]> => {
    const shown: Rehearsal[] = []
    for (const name of namesIn(layoutOf(dataDirectory).rehearsal(''))) {
      const folder = layoutOf(dataDirectory).rehearsal(name)
      const running = findRunning(layoutOf(folder).postgres)
      const known = opened.get(name)
      if (known !== undefined && known.port !== running?.port) {
        opened.delete(name)
        await known.close()
      }
      if (running?.ready !== true) continue
      const current = opened.get(name) ?? (await open(name, folder, running.port))
      if (current === null) continue
      opened.set(name, current)
      shown.push({ ...current.rehearsal, playing: !existsSync(resultFile(folder)) })
    }
    return shown
  }

  return {
    list: () => {
      looking ??= look().finally(() => {
        looking = null
      })
      return looking
    },
    close: async () => {
      for (const { close } of opened.values()) await close()
    },
  }
}

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])) : []

/** `null` while the play is still being set up. */
async function open(name: string, folder: string, port: number): Promise<Opened | null> {
  const serviceUrl = urlOfRole(`postgres://127.0.0.1:${port}/${installationDatabase}`, 'service', passwordOf(layoutOf(folder).postgres, 'service'))
  const kind = await installationKind(serviceUrl).catch(() => null)
  if (kind !== 'rehearsal') return null
  const { office, pool, close } = await openInstallation({ serviceUrl, clock: systemClock(), postOffice: closedPostOffice, connections: 4 })
  const { log, clock } = office
  const queries = createQueries(pool, { projection: createViewsProjection({ pool, log }) })
  const today = async () => (await lastDayOf(log)) ?? clock.today('UTC')
  return { port, close, rehearsal: { name, queries: joinQueries(queries, office), captured: capturedLetters(folder), today } }
}
