import { randomBytes } from 'node:crypto'
import { type Client, escapeIdentifier, escapeLiteral } from 'pg'

/** The logins beside the owner's. What each may do is granted by the migrations. */
export const roles = ['service', 'web', 'import'] as const
export type Role = (typeof roles)[number]

/** Roles belong to the whole cluster, so each carries the name of its database. */
export type RoleNames = Readonly<Record<Role, string>>

export const roleNames = (database: string): RoleNames => ({ service: `${database}_service`, web: `${database}_web`, import: `${database}_import` })

/** One URL a login. A process is handed the URL of its own role and no other. */
export type Connections = {
  /** Migrations alone. */
  readonly owner: string
  /** May execute the append function, read the log, and change what is not the log. */
  readonly service: string
  /** Reads views alone. */
  readonly web: string
  /** The bulk command alone: the one login that may COPY into the log. */
  readonly import: string
}

/** A role without a password keeps the one that it has, or is made without a login. */
export type RolePasswords = { readonly [role in Role]?: string }

export const drawPassword = (): string => randomBytes(24).toString('base64url')

export const drawPasswords = (): Required<RolePasswords> => ({ service: drawPassword(), web: drawPassword(), import: drawPassword() })

/** The URLs of a database whose logins have these passwords. */
export const connectionsOf = (ownerUrl: string, passwords: Required<RolePasswords>): Connections => ({
  owner: ownerUrl,
  service: urlOfRole(ownerUrl, 'service', passwords.service),
  web: urlOfRole(ownerUrl, 'web', passwords.web),
  import: urlOfRole(ownerUrl, 'import', passwords.import),
})

/** @param url of any login of the same database */
export function urlOfRole(url: string, role: Role, password: string): string {
  const changed = new URL(url)
  changed.username = roleNames(databaseIn(changed))[role]
  changed.password = password
  return changed.href
}

type Urls = { readonly service?: string; readonly web?: string }

/** The passwords that URLs hold, of logins of the owner's database; and what is wrong with them, which repeats no password. */
export function passwordsIn(
  ownerUrl: string,
  urls: Urls,
): { readonly passwords: RolePasswords; readonly wrong: readonly { readonly role: keyof Urls; readonly why: string }[] } {
  const owner = new URL(ownerUrl)
  const names = roleNames(databaseIn(owner))
  const passwords: { [role in Role]?: string } = {}
  const wrong: { role: keyof Urls; why: string }[] = []
  for (const role of ['service', 'web'] as const) {
    const text = urls[role]
    if (text === undefined) continue
    const url = new URL(text)
    const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)]
    if (databaseIn(url) !== databaseIn(owner)) wrong.push({ role, why: `is of the database ${databaseIn(url)}, and the owner's is ${databaseIn(owner)}` })
    else if (user !== names[role]) wrong.push({ role, why: `has the user ${user || '(none)'}: the login of ${role} is ${names[role]}` })
    else if (password === '') wrong.push({ role, why: 'has no password, which the migration gives to the login' })
    else passwords[role] = password
  }
  return { passwords, wrong }
}

const databaseIn = (url: URL): string => decodeURIComponent(url.pathname.slice(1))

/** Makes the roles of a database, and gives them these passwords. Safe to run again. @param client of the owner */
export async function provisionRoles(client: Client, passwords: RolePasswords): Promise<void> {
  const database = client.database ?? ''
  const names = roleNames(database)
  for (const role of roles) await provisionRole(client, database, names[role], passwords[role])
}

async function provisionRole(client: Client, database: string, role: string, password: string | undefined): Promise<void> {
  if (Buffer.byteLength(role) > 63) throw new RangeError(`${role} is longer than PostgreSQL's 63 bytes: give the database a shorter name`)
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  const name = escapeIdentifier(role)
  if (rowCount === 0) await client.query(`create role ${name}`)
  if (password !== undefined) await client.query(`alter role ${name} login password ${escapeLiteral(password)}`)
  if (rowCount !== 0) return
  for (const setting of ["lock_timeout = '10s'", "idle_in_transaction_session_timeout = '30s'"])
    await client.query(`alter role ${name} in database ${escapeIdentifier(database)} set ${setting}`)
}
