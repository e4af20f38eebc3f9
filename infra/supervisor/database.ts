import { existsSync } from 'node:fs'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import { NotMigrated, type WrongLogin } from '../installation/require-this-release.ts'
import { type Config, ConfigRefused, type DatabaseUrls, requireUrl, urlVariable } from '../installation/settings.ts'
import { dataFiles, passwordOf, passwordsOf } from '../local-servers/postgres/data-directory.ts'
import type { Postgres } from '../local-servers/postgres/start-postgres.ts'
import { provisionDatabase } from '../postgres/provision-database.ts'
import { passwordsIn, type RolePasswords, urlOfRole } from '../postgres/roles.ts'
import { holdPostgres, sessionName } from './hold-postgres.ts'

export type Database = {
  /** Of the login that was requested; its sessions carry this process's name. */
  readonly url: string
  /** How messages name the URL, which holds a password. */
  readonly named: string
  /** Stops PostgreSQL where no installation runs and nobody else is connected. */
  release(): Promise<void>
  /** Leaves PostgreSQL running. */
  leave(): Promise<void>
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
    return { url: withSessionName(requireUrl(database, 'service', 'this command')), named: urlVariable.service, release: nothing, leave: nothing }
  const dataDir = layoutOf(dataDirectory).postgres
  if (!existsSync(dataFiles(dataDir).cluster))
    throw new NoInstallation(
      `There is no installation in ${dataDirectory}. Name another with --data DIR, or make one there: "follow-up start" or "follow-up migrate" with --data ${dataDirectory}`,
    )
  const urlOf = ({ port }: Postgres) => urlOfRole(`postgres://127.0.0.1:${port}/${installationDatabase}`, 'service', passwordOf(dataDir, 'service'))
  const { postgres, release, leave } = await holdPostgres(dataDirectory, urlOf)
  return { url: withSessionName(urlOf(postgres)), named: `the service's login of ${dataDir}`, release, leave }
}

export type OwnedDatabase = Omit<Database, 'leave'> & {
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
    return { url: withSessionName(url), named: urlVariable.owner, passwords: passwordsOfUrls(database, url), release: nothing }
  }
  const { postgres, release } = await holdPostgres(dataDirectory, ({ url }) => url)
  const url = withSessionName(postgres.url)
  try {
    const { postgres: dataDir } = layoutOf(dataDirectory)
    const owned = await provisionDatabase(url, installationDatabase)
    return { url: owned, named: `the owner's login of ${dataDir}`, passwords: passwordsOf(dataDir), release }
  } catch (error) {
    await release()
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

/** The operator's own PostgreSQL is neither started nor stopped. */
const nothing = async () => undefined

function withSessionName(url: string): string {
  const changed = new URL(url)
  changed.searchParams.set('application_name', sessionName)
  return changed.href
}
