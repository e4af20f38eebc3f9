import { type Client, DatabaseError } from 'pg'
import { type InstallationKind, NewerDatabase } from '../event-store/migrate.ts'
import { migrations } from '../event-store/migrations/index.ts'
import { connect } from '../postgres/connect.ts'
import { type Role, roleNames } from '../postgres/roles.ts'

/** A rehearsal was played by an older release, and no command migrates it. */
export class OlderRehearsal extends Error {
  override readonly name = 'OlderRehearsal'
}

/** The database has no installation, or one that lacks migrations of this release. Nothing was changed. */
export class NotMigrated extends Error {
  override readonly name = 'NotMigrated'
}

/** A URL logs in as somebody else than the role that is needed, or PostgreSQL does not accept its login. Nothing was changed. */
export class WrongLogin extends Error {
  override readonly name = 'WrongLogin'
}

export type Login = {
  readonly url: string
  readonly role: Exclude<Role, 'import'>
  /** How messages name the URL, which may hold a password. */
  readonly named: string
}

/**
 * Checks that a login is the role's own, and that its database is migrated to this release.
 *
 * @throws WrongLogin, NotMigrated, NewerDatabase, OlderRehearsal
 */
export async function requireThisRelease(login: Login): Promise<InstallationKind> {
  const client = await connect({ connectionString: login.url }).catch((error: unknown) => rethrow(error, login))
  try {
    await requireRole(client, login)
    await compareMigrations(client)
    const { rows } = await client.query<{ kind: InstallationKind }>('select kind from installation')
    const [row] = rows
    if (row === undefined) throw new NotMigrated(`The migration of ${client.database} did not come to its end: ${remedy}`)
    return row.kind
  } finally {
    await client.end()
  }
}

type Queryable = Pick<Client, 'query'>

/** @throws NotMigrated, NewerDatabase, OlderRehearsal */
export async function compareMigrations(client: Queryable): Promise<void> {
  const { rows: found } = await client.query<{ migrated: boolean }>("select to_regclass('public.kysely_migration') is not null as migrated")
  if (found[0]?.migrated !== true) throw new NotMigrated(`The database has no installation: ${remedy}`)
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name').catch((error: unknown) => {
    if (hasCode(error, insufficientPrivilege)) throw new NotMigrated(`The migration of the database did not come to its end: ${remedy}`, { cause: error })
    throw error
  })
  const applied = rows.map(({ name }) => name)
  const unknown = applied.filter((name) => !(name in migrations))
  if (unknown.length > 0) throw new NewerDatabase(unknown)
  const lacking = Object.keys(migrations).filter((name) => !applied.includes(name))
  if (lacking.length > 0) await refuseOlder(client, lacking.join(', '))
}

const remedy = 'run "follow-up migrate" with the owner\'s login'

async function refuseOlder(client: Queryable, lacking: string): Promise<never> {
  const { rows } = await client.query<{ kind: InstallationKind }>('select kind from installation')
  if (rows[0]?.kind === 'rehearsal') throw new OlderRehearsal(`This rehearsal was played by an older release, which did not know ${lacking}. Play it again`)
  throw new NotMigrated(`The database is older than this release, and lacks ${lacking}: ${remedy}`)
}

async function requireRole(client: Client, { role, named }: Login): Promise<void> {
  const { rows } = await client.query<{ user: string; database: string }>('select current_user::text as user, current_database()::text as database')
  const { user = '', database = '' } = rows[0] ?? {}
  const expected = roleNames(database)[role]
  if (user === expected) return
  throw new WrongLogin(`${named} logs in as ${user}, and the login of ${role} in the database ${database} is ${expected}. Give it that login`)
}

function rethrow(error: unknown, { url, role, named }: Login): never {
  const database = decodeURIComponent(new URL(url).pathname.slice(1))
  if (hasCode(error, unknownDatabase)) throw new NotMigrated(`There is no database ${database}: create it, and ${remedy}`, { cause: error })
  if (noSuchLogin.some((code) => hasCode(error, code)))
    throw new WrongLogin(`PostgreSQL does not accept the login of ${named}: ${(error as Error).message}. "follow-up migrate" makes the login of ${role}`, {
      cause: error,
    })
  throw error
}

const hasCode = (error: unknown, code: string): boolean => error instanceof DatabaseError && error.code === code

const insufficientPrivilege = '42501'
const unknownDatabase = '3D000'

/** invalid_password, invalid_authorization_specification */
const noSuchLogin = ['28P01', '28000']
