import { resolve } from 'node:path'
import type { Pool } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import type { Views } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../domain/principal.ts'
import { systemClock } from '../clock/system-clock.ts'
import type { InstallationKind } from '../event-store/migrate.ts'
import { type OpenInstallation, openInstallation } from '../installation/installation.ts'
import { lastDayOf } from '../installation/last-day.ts'
import { requireThisRelease, WrongLogin } from '../installation/require-this-release.ts'
import type { Config } from '../installation/settings.ts'
import { closedPostOffice } from '../mail/closed-post-office.ts'
import { createQueries, type ReadyQueries } from '../read-models/create-queries.ts'
import { createViewsProjection } from '../read-models/views-projection.ts'
import { asNotMigrated, type Database, openDatabase } from '../supervisor/database.ts'
import { findRunningInstallation, type RunFile } from '../supervisor/run-file.ts'
import { unlessStopped } from './stop-requested.ts'

/** An installation for the length of one command. */
export type AvailableInstallation = {
  readonly kind: InstallationKind
  readonly dataDirectory: string
  readonly open: OpenInstallation
  readonly log: EventLog
  /** Brought up to the head of the log before each answer. */
  readonly queries: ReadyQueries
  /** As those who operate the installation see them. */
  readonly views: Views
  /** Today at the seat of an organization; in a rehearsal, the day that the play reached. */
  today(organization: string): Promise<CalendarDate>
  /** The processes of the installation, if it runs. */
  readonly running: RunFile | null
}

export type Purpose = {
  readonly config: Config
  /** `change`: the command may record something, which no rehearsal takes. */
  readonly purpose: 'read' | 'change'
  /** The command is given up when it aborts, and what was started for it is ended. */
  readonly stopping: AbortSignal
}

/** A rehearsal's record is what the play left: it is read, and nothing else. */
export class RehearsalIsReadOnly extends Error {
  override readonly name = 'RehearsalIsReadOnly'
}

/**
 * Uses the installation of a data directory: the one that runs there, else PostgreSQL alone, stopped in the end.
 * It migrates nothing, seeds nothing and makes nothing.
 *
 * @throws NoInstallation, NotMigrated
 * @throws RehearsalIsReadOnly when the command would record something in a rehearsal
 * @throws NewerDatabase when a newer release was here
 */
export async function withInstallation<T>(
  dataDirectory: string,
  { config, purpose, stopping }: Purpose,
  use: (installation: AvailableInstallation) => Promise<T>,
): Promise<T> {
  const directory = resolve(dataDirectory)
  const { database, kind } = await reach(directory, config)
  try {
    stopping.throwIfAborted()
    if (kind === 'rehearsal' && purpose === 'change')
      throw new RehearsalIsReadOnly(`${directory} is a rehearsal: it can be read, and nothing is recorded in it. Name another with --data DIR`)
    const mailDomain = config.mailDomain === undefined ? {} : { mailDomain: config.mailDomain }
    const open = await openInstallation({ serviceUrl: database.url, clock: systemClock(), postOffice: closedPostOffice, connections: 4, ...mailDomain })
    try {
      stopping.throwIfAborted()
      return await unlessStopped(use(atHand(directory, kind, open, findRunningInstallation(directory))), stopping, patienceMs)
    } finally {
      await unlessStopped(open.close(), stopping, patienceMs).catch(() => undefined)
    }
  } finally {
    await database.release()
  }
}

/** For what a command was doing when it was told to stop. */
const patienceMs = 2_000

async function reach(directory: string, config: Config): Promise<{ readonly database: Database; readonly kind: InstallationKind }> {
  const database = await openDatabase(directory, config)
  return { database, kind: await kindOf(database, directory, config) }
}

async function kindOf({ url, named, release }: Database, directory: string, config: Config): Promise<InstallationKind> {
  try {
    return await requireThisRelease({ url, role: 'service', named })
  } catch (error) {
    await release()
    throw error instanceof WrongLogin && config.database === undefined ? asNotMigrated(error, directory) : error
  }
}

function atHand(dataDirectory: string, kind: InstallationKind, open: OpenInstallation, running: RunFile | null): AvailableInstallation {
  const { office, pool } = open
  const log = kind === 'rehearsal' ? readOnly(office.log) : office.log
  const queries = queriesOf(pool, log)
  const today = async (organization: string) =>
    (kind === 'rehearsal' ? await lastDayOf(log) : null) ?? office.clock.today(office.reference.zoneOf(organization))
  return { kind, dataDirectory, open, log, queries, views: queries.as(systemPrincipal('operator', 'command-line')), today, running }
}

const queriesOf = (pool: Pool, log: EventLog): ReadyQueries => createQueries(pool, { projection: createViewsProjection({ pool, log }) })

const readOnly = (log: EventLog): EventLog => ({
  ...log,
  append: async () => {
    throw new RehearsalIsReadOnly('This is a rehearsal: nothing is recorded in it')
  },
})
