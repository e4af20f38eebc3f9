import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely'
import { type Client, escapeIdentifier, Pool } from 'pg'
import { connect } from '../postgres/connect.ts'
import { provisionRoles, type RolePasswords, roleNames } from '../postgres/roles.ts'
import { migrations } from './migrations/index.ts'

export type InstallationKind = 'live' | 'rehearsal'

/** The database knows migrations that this release does not: it was used by a newer one. Nothing was changed. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
  readonly unknown: readonly string[]

  constructor(unknown: readonly string[]) {
    super(`This database was migrated by a newer version: it has ${unknown.join(', ')}, which this release does not know. Use the newer release`)
    this.unknown = unknown
  }
}

/** A live installation is never taken for a rehearsal, nor a rehearsal for a live installation. Nothing was changed. */
export class OtherInstallation extends Error {
  override readonly name = 'OtherInstallation'
}

export type MigrationOptions = {
  readonly kind?: InstallationKind
  /** Of the logins to be made; a role without one cannot log in. */
  readonly passwords?: RolePasswords
  readonly known?: Readonly<Record<string, Migration>>
}

/**
 * Brings a database up to this release and makes its logins. Safe to run again, and by two processes at once.
 *
 * @param ownerUrl of a login that owns the database and may create roles
 * @throws NewerDatabase when a newer release was here
 * @throws OtherInstallation when it holds an installation of the other kind
 * @returns the migrations that were not there before
 */
export async function migrate(ownerUrl: string, options: MigrationOptions = {}): Promise<readonly string[]> {
  const { kind = 'live', passwords = {}, known = migrations } = options
  const client = await connect({ connectionString: ownerUrl })
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await assertKnown(client, Object.keys(known))
    await assertKind(client, kind)
    await provisionRoles(client, passwords)
    const applied = await runMigrations(ownerUrl, known)
    await client.query('insert into installation (kind) values ($1) on conflict do nothing', [kind])
    await showMigrations(client)
    return applied
  } finally {
    await client.end()
  }
}

const migrationLock = 7_202_013

async function assertKnown(client: Client, known: readonly string[]): Promise<void> {
  if (!(await hasTable(client, 'kysely_migration'))) return
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
  const unknown = rows.map(({ name }) => name).filter((name) => !known.includes(name))
  if (unknown.length > 0) throw new NewerDatabase(unknown)
}

async function assertKind(client: Client, kind: InstallationKind): Promise<void> {
  const found = await kindIn(client)
  if (found !== null && found !== kind) throw new OtherInstallation(`This database holds a ${found} installation, and a ${kind} one was expected`)
}

/** What kind of installation a database holds; `null` before its first migration. @param url of any login */
export async function installationKind(url: string): Promise<InstallationKind | null> {
  const client = await connect({ connectionString: url })
  try {
    return await kindIn(client)
  } finally {
    await client.end()
  }
}

async function kindIn(client: Client): Promise<InstallationKind | null> {
  if (!(await hasTable(client, 'installation'))) return null
  const { rows } = await client.query<{ kind: InstallationKind }>('select kind from installation')
  return rows[0]?.kind ?? null
}

async function hasTable(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [`public.${name}`])
  return rows[0]?.found === true
}

async function runMigrations(ownerUrl: string, known: Readonly<Record<string, Migration>>): Promise<readonly string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: ownerUrl, max: 2 }) }) })
  try {
    const { error, results } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } }).migrateToLatest()
    if (error !== undefined) throw error
    return (results ?? []).map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}

/** Every process compares the database's release with its own before it does anything else. */
async function showMigrations(client: Client): Promise<void> {
  const { service, web } = roleNames(client.database ?? '')
  await client.query(`grant select on kysely_migration to ${escapeIdentifier(service)}, ${escapeIdentifier(web)}`)
}
