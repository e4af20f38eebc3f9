import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import { NotMigrated, type WrongLogin } from '../installation/require-this-release.ts'
import { type Config, ConfigRefused, type DatabaseUrls, requireUrl, urlVariable } from '../installation/settings.ts'
import { dataFiles, passwordOf, passwordsOf } from '../local-servers/postgres/data-directory.ts'
import { findRunning } from '../local-servers/postgres/running.ts'
import { type Postgres, startPostgres } from '../local-servers/postgres/start-postgres.ts'
import { provisionDatabase } from '../postgres/provision-database.ts'
import { passwordsIn, type RolePasswords, urlOfRole } from '../postgres/roles.ts'
import { findRunningInstallation } from './run-file.ts'

export type Database = {
  /** Of the login that was asked for; its sessions carry this process's name. */
  readonly url: string
  /** How messages name the URL, which holds a password. */
  readonly named: string
  /** Stops PostgreSQL where no installation runs and nobody else is connected. */
  release(): Promise<void>
}

/** The installation's PostgreSQL should be running and is not: its supervisor is about to start it again. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable'
}

/** There is nothing in the data directory. Nothing was made there either. */
export class NoInstallation extends Error {
  override readonly name = 'NoInstallation'
}

/**
 * The database of a data directory under the service's login: the operator's own, that which runs there, or one started for the moment.
 * It makes nothing.
 *
 * @throws NoInstallation, ConfigRefused
 */
export async function openDatabase(dataDirectory: string, { database }: Pick<Config, 'database'>): Promise<Database> {
  if (database !== undefined)
    return { url: withSessionName(requireUrl(database, 'service', 'this command')), named: urlVariable.service, release: async () => undefined }
  const dataDir = layoutOf(dataDirectory).postgres
  if (!existsSync(dataFiles(dataDir).cluster))
    throw new NoInstallation(
      `There is no installation in ${dataDirectory}. Name another with --data DIR, or make one there: "follow-up start" or "follow-up migrate" with --data ${dataDirectory}`,
    )
  const postgres = await startOwnPostgres(dataDirectory)
  const anyLogin = `postgres://127.0.0.1:${postgres.port}/${installationDatabase}`
  const url = withSessionName(urlOfRole(anyLogin, 'service', passwordOf(dataDir, 'service')))
  return { url, named: `the service's login of ${dataDir}`, release: () => release(dataDirectory, postgres, url) }
}

export type OwnedDatabase = Database & {
  /** Of the logins that the migration makes. */
  readonly passwords: RolePasswords
}

/**
 * The same database under the owner's login, made where there is none. For the migration alone.
 *
 * @throws ConfigRefused
 */
export async function openOwnedDatabase(dataDirectory: string, { database }: Pick<Config, 'database'>): Promise<OwnedDatabase> {
  if (database !== undefined) {
    const url = requireUrl(database, 'owner', '"follow-up migrate"')
    return { url: withSessionName(url), named: urlVariable.owner, passwords: passwordsOfUrls(database, url), release: async () => undefined }
  }
  const postgres = await startOwnPostgres(dataDirectory)
  const url = withSessionName(postgres.url)
  const finish = () => release(dataDirectory, postgres, url)
  try {
    const { postgres: dataDir } = layoutOf(dataDirectory)
    const owned = await provisionDatabase(url, installationDatabase)
    return { url: owned, named: `the owner's login of ${dataDir}`, passwords: passwordsOf(dataDir), release: finish }
  } catch (error) {
    await finish()
    throw error
  }
}

/** @throws ConfigRefused where a URL is not of this database, or of another login than its role's */
function passwordsOfUrls({ service, web }: DatabaseUrls, ownerUrl: string): RolePasswords {
  const found = passwordsIn(ownerUrl, { ...(service === undefined ? {} : { service }), ...(web === undefined ? {} : { web }) })
  if (found.wrong.length > 0) throw new ConfigRefused(found.wrong.map(({ role, why }) => `${urlVariable[role]}: ${why}`))
  return found.passwords
}

/** A login that PostgreSQL does not accept means, in a cluster of its own, that its migration never came to its end. */
export const asNotMigrated = (error: WrongLogin, dataDirectory: string): NotMigrated =>
  new NotMigrated(`The installation in ${dataDirectory} was never migrated to its end: run "follow-up migrate --data ${dataDirectory}"`, { cause: error })

async function startOwnPostgres(dataDirectory: string): Promise<Postgres> {
  const dataDir = layoutOf(dataDirectory).postgres
  if (findRunningInstallation(dataDirectory) !== null) await untilRunning(dataDir)
  return startPostgres({ dataDir })
}

/** Its supervisor alone starts it: on the port that its other processes know. */
async function untilRunning(dataDir: string): Promise<void> {
  for (let tries = 0; findRunning(dataDir)?.ready !== true; tries += 1) {
    if (tries === 100) throw new PostgresUnavailable(`The installation runs, but its PostgreSQL in ${dataDir} does not answer. Look into its postgres.log`)
    await wait(100)
  }
}

const sessionName = `follow-up ${process.pid}`

function withSessionName(url: string): string {
  const changed = new URL(url)
  changed.searchParams.set('application_name', sessionName)
  return changed.href
}

async function release(dataDirectory: string, postgres: Postgres, url: string): Promise<void> {
  if (findRunningInstallation(dataDirectory) !== null) return
  const used = await isUsedByOthers(url)
  if (used === 'cannot-say' ? postgres.started : !used) await postgres.stop()
}

async function isUsedByOthers(url: string): Promise<boolean | 'cannot-say'> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
  } catch (error) {
    // One that is going down counts as nobody's: it stops by itself. One that refuses the login may be in the middle of a migration.
    return error instanceof DatabaseError ? 'cannot-say' : false
  }
  try {
    // A login that is not the owner's sees no more of others' sessions than these columns.
    const others = 'select from pg_stat_activity where datname is not null and usename is not null and pid <> pg_backend_pid() and application_name <> $1'
    const { rowCount } = await client.query(others, [sessionName])
    return (rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}
