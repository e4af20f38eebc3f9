import { randomBytes } from 'node:crypto'
import { Client, escapeIdentifier } from 'pg'
import { inject } from 'vitest'
import { type InstallationKind, migrate } from '../../infra/event-store/migrate.ts'
import { provisionDatabase, urlOfDatabase } from '../../infra/postgres/provision-database.ts'
import { type Connections, connectionsOf, drawPasswords, roleNames } from '../../infra/postgres/roles.ts'

export type FreshDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** An empty database of its own for a test file, under the owner's login. Drop it when done. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const admin = inject('postgresUrl')
  const name = `t_${randomBytes(6).toString('hex')}`
  const url = await provisionDatabase(admin, name)
  return { url, drop: () => drop(admin, name) }
}

export type FreshInstallation = FreshDatabase & { readonly connections: Connections }

/** A migrated database of its own, with the logins of its roles. */
export async function openFreshInstallation(kind: InstallationKind = 'live'): Promise<FreshInstallation> {
  const database = await freshDatabase()
  const passwords = drawPasswords()
  await migrate(database.url, { kind, passwords })
  return { ...database, connections: connectionsOf(database.url, passwords) }
}

/** The same data in a database of its own. Nobody may be connected to the one that is copied. */
export async function copyOf(database: FreshDatabase): Promise<FreshDatabase> {
  const admin = inject('postgresUrl')
  const source = new URL(database.url).pathname.slice(1)
  const name = `t_${randomBytes(6).toString('hex')}`
  const client = new Client({ connectionString: admin })
  await client.connect()
  await client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(source)}`)
  await client.end()
  return { url: urlOfDatabase(admin, name), drop: () => drop(admin, name) }
}

async function drop(admin: string, name: string): Promise<void> {
  const client = new Client({ connectionString: admin })
  await client.connect()
  try {
    await client.query(`drop database ${escapeIdentifier(name)} with (force)`)
    for (const role of Object.values(roleNames(name))) await client.query(`drop role if exists ${escapeIdentifier(role)}`)
  } finally {
    await client.end()
  }
}
