import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'

/** The logins of one house. Roles belong to the whole cluster, so each carries the name of its database. */
export type RoleNames = { readonly service: string; readonly web: string; readonly import: string }

export const roleNames = (database: string): RoleNames => ({ service: `${database}_service`, web: `${database}_web`, import: `${database}_import` })

/** One URL a role. A process is handed the URL of its own role and no other. */
export type Connections = {
  /** Migrations, and nothing while the house runs. */
  readonly owner: string
  /** May execute the append function, read the log, and change what is not the log. */
  readonly service: string
  /** Reads views alone. */
  readonly web: string
  /** The bulk command alone: the one login that may COPY into the log. */
  readonly import: string
}

/**
 * The logins of a migrated house.
 *
 * @param ownerUrl of the login that migrated it: it alone may read their passwords
 */
export async function connectionsFor(ownerUrl: string): Promise<Connections> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: string; password: string }>('select role, password from login')
    const passwords = new Map(rows.map(({ role, password }) => [role, password]))
    const names = roleNames(client.database ?? '')
    const urlOf = (role: string): string => {
      const password = passwords.get(role)
      if (password === undefined) throw new Error(`${role} has no login in this database: migrate it first`)
      const url = new URL(ownerUrl)
      url.username = role
      url.password = password
      return url.href
    }
    return { owner: ownerUrl, service: urlOf(names.service), web: urlOf(names.web), import: urlOf(names.import) }
  } finally {
    await client.end()
  }
}

/** Makes the logins of a database, with passwords drawn at random and kept where the owner alone reads them. */
export async function provisionRoles(client: Client): Promise<void> {
  const database = client.database ?? ''
  await client.query('create table if not exists login (role text primary key, password text not null)')
  await client.query('revoke all on login from public')
  for (const role of Object.values(roleNames(database))) await provisionRole(client, database, role)
}

async function provisionRole(client: Client, database: string, role: string): Promise<void> {
  if (Buffer.byteLength(role) > 63) throw new RangeError(`${role} is longer than PostgreSQL's 63 bytes: give the database a shorter name`)
  const { rowCount } = await client.query('select from login join pg_roles on rolname = role where role = $1', [role])
  if (rowCount === 1) return

  const password = randomBytes(24).toString('base64url')
  const { rowCount: exists } = await client.query('select from pg_roles where rolname = $1', [role])
  const name = escapeIdentifier(role)
  await client.query(`${exists === 0 ? 'create' : 'alter'} role ${name} login password ${escapeLiteral(password)}`)
  await client.query('insert into login values ($1, $2) on conflict (role) do update set password = excluded.password', [role, password])
  for (const setting of ["lock_timeout = '10s'", "idle_in_transaction_session_timeout = '30s'"])
    await client.query(`alter role ${name} in database ${escapeIdentifier(database)} set ${setting}`)
}
