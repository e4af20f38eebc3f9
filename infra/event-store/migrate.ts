import { Kysely, type Migration, Migrator, PostgresDialect } from 'kysely'
import { Client, Pool } from 'pg'
import { provisionRoles } from '../postgres/roles.ts'
import { migrations } from './migrations/index.ts'

export type InstallationKind = 'live' | 'rehearsal'

/** The database knows migrations that this release does not: it was used by a newer one. Nothing was changed. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase'
  readonly unknown: readonly string[]

  constructor(unknown: readonly string[]) {
    super(`This is a data directory of a newer version: it has ${unknown.join(', ')}, which this release does not know. Use the newer release`)
    this.unknown = unknown
  }
}

/** A live installation is never taken for a rehearsal, nor a rehearsal for a live installation. Nothing was changed. */
export class OtherInstallation extends Error {
  override readonly name = 'OtherHouse'
}

/**
 * Brings a database up to this release and makes its logins. Safe to run again, and by two processes at once.
 *
 * @param ownerUrl of a login that owns the database and may create roles
 * @throws NewerDatabase when a newer release was here
 * @throws OtherHouse when it holds a house of the other kind
 */
export async function migrate(ownerUrl: string, kind: InstallationKind = 'live', known: Readonly<Record<string, Migration>> = migrations): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await assertKnown(client, Object.keys(known))
    await assertKind(client, kind)
    await provisionRoles(client)
    await runMigrations(ownerUrl, known)
    await client.query('insert into installation (kind) values ($1) on conflict do nothing', [kind])
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
  if (found !== null && found !== kind) throw new OtherInstallation(`This is a ${found} house, and a ${kind} house was asked for`)
}

/** What kind of house a database holds; `null` before its first migration. */
export async function installationKind(url: string): Promise<InstallationKind | null> {
  const client = new Client({ connectionString: url })
  await client.connect()
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

async function runMigrations(ownerUrl: string, known: Readonly<Record<string, Migration>>): Promise<void> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: ownerUrl, max: 2 }) }) })
  try {
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => ({ ...known }) } }).migrateToLatest()
    if (error !== undefined) throw error
  } finally {
    await db.destroy()
  }
}
