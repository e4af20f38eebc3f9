import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Seeded, StartOptions } from '../../cli/ports.ts'
import { installationKind, OtherInstallation } from '../event-store/migrate.ts'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import { projectRoot } from '../installation/project-root.ts'
import { type Config, requireUrl, urlVariable } from '../installation/settings.ts'
import { freePort } from '../local-servers/free-port.ts'
import { assertReachable, findAccount } from '../local-servers/postgres/account.ts'
import { dataFiles, passwordOf } from '../local-servers/postgres/data-directory.ts'
import { findTemporalBinary } from '../local-servers/temporal/binary.ts'
import { urlOfRole } from '../postgres/roles.ts'
import { type ProcessName, processNames } from '../processes/names.ts'
import { readRehearsal } from '../seeds/read-rehearsal.ts'
import { environmentOf, type Shared, type Variables } from './child-environment.ts'
import { openDatabase } from './database.ts'
import { claim, type DirectoryLock, refuseBeforehand } from './lock-directory.ts'
import { nodePart } from './node-process.ts'
import { makeOpenFolder } from './open-folder.ts'
import { postgresPart } from './postgres-process.ts'
import { runCommand } from './run-command.ts'
import { playBeside } from './shown-rehearsal-process.ts'
import { createKeeper, type Keeper } from './supervised-process.ts'
import { temporalPart } from './temporal-process.ts'

/**
 * Runs an installation until this process receives a signal to stop: migrates, seeds, and keeps every process running, each started again when it ends.
 *
 * It does no work of theirs, and holds no login of a database that it would use.
 *
 * @throws AlreadyRunning, PortTaken, ClosedFolder, ConfigRefused before anything was written; OtherInstallation for a rehearsal's directory
 */
export async function start(options: StartOptions, config: Config): Promise<void> {
  const stopRequested = stopSignal()
  const directory = resolve(options.dataDirectory)
  if (config.database === undefined) assertReachable(layoutOf(directory).postgres, findAccount())
  else for (const login of ['service', 'web'] as const) requireUrl(config.database, login, "an installation on the operator's own PostgreSQL")
  await refuseBeforehand(directory, options.port)
  await refuseRehearsal(directory, config)
  makeOpenFolder(directory)
  const installation = await claim(directory, options.port, options.say)
  const keeper = createKeeper(options.say)
  const starting = startAll({ directory, options, config, installation, keeper, stopRequested })
  try {
    const stopped = stopRequested.then(() => options.say('Stopping.'))
    await Promise.race([stopped, starting.then(() => stopped)])
  } finally {
    await keeper.stop()
    // What was still being started finds the installation stopping; building Temporal is not waited for.
    await Promise.race([Promise.allSettled([starting]), wait(2_000, undefined, { ref: false })])
    installation.giveUp()
  }
}

type Starting = {
  readonly directory: string
  readonly options: StartOptions
  readonly config: Config
  readonly installation: DirectoryLock
  readonly keeper: Keeper
  readonly stopRequested: Promise<unknown>
}

async function startAll(starting: Starting): Promise<void> {
  const { directory, options, config, installation, keeper, stopRequested } = starting
  const { say, port } = options
  mkdirSync(layoutOf(directory).logs, { recursive: true, mode: 0o700 })
  const logOf = (name: string) => join(layoutOf(directory).logs, `${name}.log`)

  const urls = await startDatabase(starting)
  const { uiPort, variables } = await startTemporal(starting)
  const seeded = await migrateAndSeed(starting, urls)
  say(
    config.smtpUrl === undefined
      ? `Letters are captured by the built-in sink, in ${join(directory, 'mail')}: SMTP_URL is not set`
      : 'Letters leave through the relay of SMTP_URL',
  )
  const opsPorts = await opsPortsOf(config)
  installation.opsAt(opsPorts)
  const shared: Shared = {
    ...{ dataDirectory: directory, config, urls, temporal: variables, opsPorts, webPort: port },
    sinkPort: config.ports.sink ?? (await freePort()),
  }
  const names = processNames.filter((name) => name !== 'sink' || config.smtpUrl === undefined)
  const started = names.map((name) =>
    nodePart({ name, environment: environmentOf(name, shared), logFile: logOf(name), began: installation.began, patienceMs: patienceMs[name] }),
  )
  await Promise.all(started.map((part) => keeper.add(part)))
  await options.ready({
    web: `http://localhost:${port}`,
    temporalPages: uiPort === null ? null : `http://127.0.0.1:${uiPort}`,
    limits: seeded.limits,
  })
  const { rehearsal } = await readRehearsal(join(projectRoot(), 'seeds'))
  if (rehearsal !== null)
    await playBeside({ directory, cycle: rehearsal.beside, began: installation.began, say, stopRequested, keeper, logFile: logOf('rehearsal') })
}

/** How long each may take to end. */
const patienceMs: Readonly<Record<ProcessName, number>> = { sink: 3_000, projections: 4_000, worker: 10_000, web: 4_000 }

/** Before anything is written into its directory. A PostgreSQL that is started for the question is the installation's from then on. */
async function refuseRehearsal(directory: string, config: Config): Promise<void> {
  if (config.database === undefined && !existsSync(dataFiles(layoutOf(directory).postgres).cluster)) return
  const database = await openDatabase(directory, config)
  // A login that is refused is of an installation that was never migrated to its end.
  if ((await installationKind(database.url).catch(() => null)) !== 'rehearsal') return database.leave()
  await database.release()
  throw new OtherInstallation(`${directory} is a rehearsal: it can be read, and is never started. Name another with --data DIR`)
}

/** @returns the URLs that its processes are handed: the operator's, or those of a PostgreSQL of its own */
async function startDatabase({ directory, options: { say }, config: { database }, keeper }: Starting): Promise<Shared['urls']> {
  if (database !== undefined) {
    say(`PostgreSQL is that of ${urlVariable.service}`)
    return { service: requireUrl(database, 'service', 'worker'), web: requireUrl(database, 'web', 'web') }
  }
  const dataDir = layoutOf(directory).postgres
  const postgres = postgresPart(dataDir, (line) => say(`${line}: ${urlVariable.service} is not set`))
  await keeper.add(postgres)
  const urlOf = (role: 'service' | 'web') => urlOfRole(`postgres://127.0.0.1:${postgres.port()}/${installationDatabase}`, role, passwordOf(dataDir, role))
  return { service: urlOf('service'), web: urlOf('web') }
}

async function migrateAndSeed({ directory, options: { say }, config: { database }, stopRequested }: Starting, urls: Shared['urls']): Promise<Seeded> {
  const external = database !== undefined
  const run = (name: 'migrate' | 'seed', environment: Variables) =>
    runCommand({ words: [name, '--data', directory], environment: external ? environment : {}, say, stopRequested })
  const own = { [urlVariable.service]: urls.service }
  if (!external || database.owner !== undefined) {
    const { applied } = z
      .object({ applied: z.array(z.string()) })
      .parse(await run('migrate', { ...own, [urlVariable.web]: urls.web, [urlVariable.owner]: database?.owner ?? '' }))
    if (applied.length > 0) say(`Migrated: ${applied.join(', ')}`)
  } else say(`Nothing is migrated: ${urlVariable.owner} is not set`)
  const seeded = (await run('seed', own)) as Seeded
  const { facts, cycles } = seeded
  say(
    facts + cycles.length === 0 ? 'The seeds are on record already' : `From the seeds: ${facts} facts, and the cycles ${cycles.join(', ') || 'that were open'}`,
  )
  return seeded
}

async function startTemporal({ directory, options: { say }, config: { temporal }, keeper, installation }: Starting) {
  if (temporal !== undefined) {
    say(`Temporal is that of TEMPORAL_ADDRESS, ${temporal.address}, namespace ${temporal.namespace}`)
    installation.temporalAt({ address: temporal.address, namespace: temporal.namespace, uiPort: null })
    const variables = Object.fromEntries(Object.entries(process.env).filter(([name, value]) => name.startsWith('TEMPORAL_') && value))
    return { uiPort: null, variables: variables as Variables }
  }
  const { path, chosen } = await findTemporalBinary(say)
  const { temporal: databaseFile, logs } = layoutOf(directory)
  const part = await temporalPart({ binary: path, databaseFile, logFile: join(logs, 'temporal.log'), began: installation.began })
  await keeper.add(part)
  say(`Temporal started on ${part.address}, ${chosen}: TEMPORAL_ADDRESS is not set`)
  const { address, namespace, uiPort } = part
  installation.temporalAt({ address, namespace, uiPort })
  return { uiPort, variables: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } }
}

/** From FOLLOW_UP_OPS_PORT on, one after another in the order of their names; free ones where it is not set. */
async function opsPortsOf({ ports: { ops } }: Config): Promise<Shared['opsPorts']> {
  const entries = processNames.map(async (name, index) => [name, ops === undefined ? await freePort() : ops + index] as const)
  return Object.fromEntries(await Promise.all(entries)) as Shared['opsPorts']
}

const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    // Kept for good: a second Ctrl-C does not leave half of the processes behind.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve(name))
  })
