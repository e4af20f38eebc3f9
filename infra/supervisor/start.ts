import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { StartOptions } from '../../cli/ports.ts'
import { installationKind, migrate, OtherInstallation } from '../event-store/migrate.ts'
import { applySeeds } from '../installation/apply-seeds.ts'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import { openLiveInstallation } from '../installation/open-live-installation.ts'
import type { Config } from '../installation/settings.ts'
import { freePort } from '../local-servers/free-port.ts'
import { assertReachable, findAccount } from '../local-servers/postgres/account.ts'
import { findTemporalBinary } from '../local-servers/temporal/binary.ts'
import { provisionDatabase } from '../postgres/provision-database.ts'
import type { ProcessSettings } from '../processes/process-settings.ts'
import { createViews } from '../read-models/create-views.ts'
import { createViewsProjection } from '../read-models/views-projection.ts'
import { openDatabase } from './database.ts'
import { claim, type DirectoryLock, refuseBeforehand } from './lock-directory.ts'
import { nextDeadlines } from './next-deadlines.ts'
import { nodePart } from './node-process.ts'
import { makeOpenFolder } from './open-folder.ts'
import { postgresPart } from './postgres-process.ts'
import { playBeside } from './shown-rehearsal-process.ts'
import { createKeeper, type Keeper } from './supervised-process.ts'
import { temporalPart } from './temporal-process.ts'

/**
 * Runs a house until this process is told to stop: every part in a process of its own, each started again when it ends.
 *
 * @throws AlreadyRunning, PortTaken, ClosedFolder before anything was written; OtherHouse for a rehearsal's directory
 */
export async function start(options: StartOptions, config: Config): Promise<void> {
  const stopRequested = stopSignal()
  const directory = resolve(options.dataDirectory)
  if (config.databaseUrl === undefined) assertReachable(layoutOf(directory).postgres, findAccount())
  await refuseBeforehand(directory, options.port)
  await refuseRehearsal(directory, config)
  makeOpenFolder(directory)
  const installation = await claim(directory, options.port, options.say)
  const keeper = createKeeper(options.say)
  const starting = startAll(directory, options, config, installation, keeper, stopRequested)
  try {
    const stopped = stopRequested.then(() => options.say('Stopping.'))
    await Promise.race([stopped, starting.then(() => stopped)])
  } finally {
    await keeper.stop()
    // What was still being started finds the house stopping; building Temporal is not waited for.
    await Promise.race([Promise.allSettled([starting]), wait(2_000, undefined, { ref: false })])
    installation.giveUp()
  }
}

async function startAll(
  directory: string,
  options: StartOptions,
  config: Config,
  installation: DirectoryLock,
  keeper: Keeper,
  stopRequested: Promise<unknown>,
): Promise<void> {
  const { say, port } = options
  const { began } = installation
  mkdirSync(layoutOf(directory).logs, { recursive: true, mode: 0o700 })
  const logOf = (name: string) => join(layoutOf(directory).logs, `${name}.log`)

  const ownerUrl = await databaseFor(directory, config, keeper, say)
  await migrate(ownerUrl)
  const { uiPort, ...temporal } = await temporalFor(directory, config, keeper, installation, say)
  installation.temporalAt({ address: temporal.address, namespace: temporal.namespace, uiPort })
  const { mailDomain, portal, logLevel } = config
  const settings: ProcessSettings = {
    ...{ dataDirectory: directory, ownerUrl, temporal, port, logLevel, sinkPort: await freePort(), smtpUrl: config.smtpUrl ?? null },
    ...(mailDomain === undefined ? {} : { mailDomain }),
    ...(portal === undefined ? {} : { portal }),
  }
  say(
    config.smtpUrl === undefined
      ? `Letters are captured by the built-in sink, in ${join(directory, 'mail')}: SMTP_URL is not set`
      : 'Letters leave through the relay of SMTP_URL',
  )
  const { deadlines, beside } = await settled(settings, say)

  const parts = [
    ...(config.smtpUrl === undefined ? ([{ name: 'sink', patienceMs: 3_000 }] as const) : []),
    { name: 'views', patienceMs: 4_000 },
    { name: 'worker', patienceMs: 10_000 },
    { name: 'web', patienceMs: 4_000 },
  ] as const
  await Promise.all(parts.map(({ name, patienceMs }) => keeper.add(nodePart({ name, settings, logFile: logOf(name), began, patienceMs }))))
  await options.ready({ web: `http://localhost:${port}`, temporalPages: uiPort === null ? null : `http://127.0.0.1:${uiPort}`, limits: deadlines })
  await playBeside({ directory, cycle: beside, began, say, stopRequested, keeper, logFile: logOf('rehearsal') })
}

/** Before anything is written into its directory. A PostgreSQL that is started for the question is the house's from then on. */
async function refuseRehearsal(directory: string, config: Config): Promise<void> {
  if (config.databaseUrl === undefined && !existsSync(layoutOf(directory).postgres)) return
  const database = await openDatabase(directory, config)
  if ((await installationKind(database.ownerUrl)) !== 'rehearsal') return
  await database.release()
  throw new OtherInstallation(`${directory} is a rehearsal house: it can be read, and is never started. Name another with --data DIR`)
}

async function databaseFor(directory: string, { databaseUrl }: Config, keeper: Keeper, say: (line: string) => void): Promise<string> {
  if (databaseUrl !== undefined) {
    say('PostgreSQL is that of DATABASE_URL')
    return databaseUrl
  }
  const postgres = postgresPart(layoutOf(directory).postgres, (line) => say(`${line}: DATABASE_URL is not set`))
  await keeper.add(postgres)
  return provisionDatabase(postgres.url(), installationDatabase)
}

async function temporalFor(directory: string, { temporal }: Config, keeper: Keeper, { began }: DirectoryLock, say: (line: string) => void) {
  if (temporal !== undefined) {
    say(`Temporal is that of TEMPORAL_ADDRESS, ${temporal.address}, namespace ${temporal.namespace}`)
    return { ...temporal, uiPort: null }
  }
  const { path, chosen } = await findTemporalBinary(say)
  const part = await temporalPart({ binary: path, databaseFile: layoutOf(directory).temporal, logFile: join(layoutOf(directory).logs, 'temporal.log'), began })
  await keeper.add(part)
  say(`Temporal started on ${part.address}, ${chosen}: TEMPORAL_ADDRESS is not set`)
  return { address: part.address, namespace: part.namespace, uiPort: part.uiPort }
}

async function settled(settings: ProcessSettings, say: (line: string) => void) {
  const installation = await openLiveInstallation(settings, 4)
  try {
    const { facts, cycles } = await applySeeds(installation)
    say(
      facts + cycles.length === 0
        ? 'The seeds are on record already'
        : `From the seeds: ${facts} facts, and the cycles ${cycles.join(', ') || 'that were open'}`,
    )
    const { office, pool } = installation
    const views = createViews(pool, { reader: 'staff', projection: createViewsProjection({ pool, log: office.log }) })
    const today = (organization: string) => office.clock.today(office.reference.zoneOf(organization))
    return { deadlines: await nextDeadlines(views, today, 5), beside: installation.seeds.rehearsal.beside }
  } finally {
    await installation.close()
  }
}

const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    // Kept for good: a second Ctrl-C does not leave half of the house behind.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve(name))
  })
