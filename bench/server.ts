import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../infra/event-store/migrate.ts'
import { startPostgres } from '../infra/local-servers/postgres/start-postgres.ts'
import { provisionDatabase } from '../infra/postgres/provision-database.ts'
import { type Connections, connectionsOf, drawPasswords } from '../infra/postgres/roles.ts'

/** A PostgreSQL of the bench's own, with fsync and every other setting as shipped, or the one of `DATABASE_URL`; gone after `use`. */
export async function withServer(use: (server: Server) => Promise<void>): Promise<void> {
  const given = process.env.DATABASE_URL
  if (given !== undefined) return use(await describe(given))

  const folder = mkdtempSync(join(tmpdir(), 'follow-up-bench-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') })
  try {
    await use(await describe(postgres.url))
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export type Server = {
  readonly version: string
  /** An empty database, dropped first where one is left from before. */
  readonly database: (name: string) => Promise<string>
  /** A migrated installation in a database of its own. */
  readonly installation: (name: string) => Promise<Connections>
}

async function describe(url: string): Promise<Server> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version")
  await client.end()
  const database = async (name: string): Promise<string> => {
    const admin = new Client({ connectionString: url })
    await admin.connect()
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
    return provisionDatabase(url, name)
  }
  const installation = async (name: string) => {
    const ownerUrl = await database(name)
    const passwords = drawPasswords()
    await migrate(ownerUrl, { passwords })
    return connectionsOf(ownerUrl, passwords)
  }
  return { version: rows[0]?.version ?? '', database, installation }
}
