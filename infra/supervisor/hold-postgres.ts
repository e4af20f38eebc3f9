import { setTimeout as wait } from 'node:timers/promises'
import { type Client, DatabaseError } from 'pg'
import { isConnectionLost } from '../event-store/failures.ts'
import { layoutOf } from '../installation/layout.ts'
import { findRunning } from '../local-servers/postgres/running.ts'
import { type Postgres, startPostgres } from '../local-servers/postgres/start-postgres.ts'
import { connect } from '../postgres/connect.ts'
import { urlOfDatabase } from '../postgres/provision-database.ts'
import { findRunningInstallation } from './run-file.ts'

/** The PostgreSQL of a data directory. It runs on until the last who holds it lets go. */
export type HeldPostgres = {
  readonly postgres: Postgres
  /** Stops PostgreSQL where no installation runs and nobody else holds it or is connected. */
  release(): Promise<void>
  /** Lets go of it and leaves it running. */
  leave(): Promise<void>
}

/** The installation's PostgreSQL should be running and is not: its supervisor is about to start it again. */
export class PostgresUnavailable extends Error {
  override readonly name = 'PostgresUnavailable'
}

/** Sessions of this process beside the one that holds PostgreSQL. */
export const sessionName = `follow-up ${process.pid}`

/**
 * Starts the PostgreSQL of a data directory, or finds it running, and holds it by a shared lock inside it.
 *
 * Before a process stops PostgreSQL it takes the lock for itself alone. So nobody can hold a server that is going down: it is started again.
 *
 * @param urlOf a login that it has; one that it refuses holds nothing
 * @throws PostgresUnavailable
 */
export async function holdPostgres(dataDirectory: string, urlOf: (postgres: Postgres) => string): Promise<HeldPostgres> {
  for (let tries = 1; ; tries += 1) {
    try {
      const postgres = await startOwn(dataDirectory)
      const session = await hold(urlOf(postgres))
      return { postgres, release: () => release(dataDirectory, postgres, session), leave: () => end(session) }
    } catch (error) {
      if (!isConnectionLost(error) || tries === mostTries) throw error
      await wait(25 * tries)
    }
  }
}

const mostTries = 20

async function startOwn(dataDirectory: string): Promise<Postgres> {
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

const holder = 'follow-up hold'
const key = 7_046_113

/** @returns `null` where the login is refused: its migration may be under way */
async function hold(url: string): Promise<Client | null> {
  // Locks are of one database, and this one is there before the installation's own.
  const session = await connect({ connectionString: urlOfDatabase(url, 'postgres'), application_name: holder }).catch((error: unknown) => {
    if (error instanceof DatabaseError && !isConnectionLost(error)) return null
    throw error
  })
  await session?.query('select pg_advisory_lock_shared($1)', [key])
  return session
}

async function release(dataDirectory: string, postgres: Postgres, session: Client | null): Promise<void> {
  if (session === null) {
    if (postgres.started && findRunningInstallation(dataDirectory) === null) await postgres.stop()
    return
  }
  try {
    if (findRunningInstallation(dataDirectory) === null && (await isLast(session))) await postgres.stop()
  } catch (error) {
    if (!isConnectionLost(error)) throw error
  } finally {
    await end(session)
  }
}

/** A session that is lost already has ended. */
const end = (session: Client | null): Promise<void> => session?.end().catch(() => undefined) ?? Promise.resolve()

async function isLast(session: Client): Promise<boolean> {
  await session.query('select pg_advisory_unlock_shared($1)', [key])
  // A login that is not the owner's sees no more of others' sessions than these columns.
  const { rows } = await session.query(
    `select pg_try_advisory_lock($1) and not exists (
       select from pg_stat_activity where datname is not null and usename is not null and application_name not in ($2, $3)
     ) as last`,
    [key, holder, sessionName],
  )
  return rows[0]?.last === true
}
