import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import type { Config } from '../installation/settings.ts'
import { findRunning } from '../local-servers/postgres/running.ts'
import { startPostgres } from '../local-servers/postgres/start-postgres.ts'
import { provisionDatabase } from '../postgres/provision-database.ts'
import { findRunningInstallation } from './run-file.ts'

export type Database = {
  /** Of the owner; its sessions carry this process's name. */
  readonly ownerUrl: string
  /** Stops PostgreSQL where no house runs and nobody else is connected: whoever leaves last turns off the light. */
  release(): Promise<void>
}

/** The house's PostgreSQL should be running and is not: its supervisor is about to start it again. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresAway'
}

/** The database of a data directory: that of `DATABASE_URL`, that which runs there, or one started for the moment. */
export async function openDatabase(dataDirectory: string, { databaseUrl }: Pick<Config, 'databaseUrl'>): Promise<Database> {
  if (databaseUrl !== undefined) return { ownerUrl: named(databaseUrl), release: async () => undefined }
  const dataDir = layoutOf(dataDirectory).postgres
  if (findRunningInstallation(dataDirectory) !== null) await untilRunning(dataDir)
  const postgres = await startPostgres({ dataDir })
  const release = async () => {
    if (findRunningInstallation(dataDirectory) === null && !(await isUsedByOthers(postgres.url))) await postgres.stop()
  }
  try {
    return { ownerUrl: named(await provisionDatabase(named(postgres.url), installationDatabase)), release }
  } catch (error) {
    await release()
    throw error
  }
}

/** Its supervisor alone starts it: on the port that its other processes know. */
async function untilRunning(dataDir: string): Promise<void> {
  for (let tries = 0; findRunning(dataDir)?.ready !== true; tries += 1) {
    if (tries === 100) throw new PostgresUnavailable(`The house runs, but its PostgreSQL in ${dataDir} does not answer. Look into its postgres.log`)
    await wait(100)
  }
}

const sessionName = `follow-up ${process.pid}`

function named(url: string): string {
  const changed = new URL(url)
  changed.searchParams.set('application_name', sessionName)
  return changed.href
}

async function isUsedByOthers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  // One that is going down counts as nobody's: it stops of itself.
  const connected = await client.connect().then(
    () => true,
    () => false,
  )
  if (!connected) return false
  try {
    const others = "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1"
    const { rowCount } = await client.query(others, [sessionName])
    return (rowCount ?? 0) > 0
  } finally {
    await client.end()
  }
}
