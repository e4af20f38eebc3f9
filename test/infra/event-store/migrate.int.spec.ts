import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installationKind, migrate, NewerDatabase, OtherInstallation } from '../../../infra/event-store/migrate.ts'
import { migrations } from '../../../infra/event-store/migrations/index.ts'
import { connectionsOf, drawPasswords } from '../../../infra/postgres/roles.ts'
import { type FreshDatabase, freshDatabase } from '../../support/postgres.ts'

describe('migrate', () => {
  let database: FreshDatabase

  beforeEach(async () => {
    database = await freshDatabase()
  })
  afterEach(() => database.drop())

  const tables = async (): Promise<number> => {
    const client = new Client({ connectionString: database.url })
    await client.connect()
    const { rowCount } = await client.query("select from pg_tables where schemaname = 'public'")
    await client.end()
    return rowCount ?? 0
  }

  it('may run twice, and from two processes at once, and keeps the logins', async () => {
    const passwords = drawPasswords()
    const applied = await Promise.all([migrate(database.url, { passwords }), migrate(database.url, { passwords })])
    expect(applied.flat()).toStrictEqual(Object.keys(migrations))
    expect(await migrate(database.url)).toStrictEqual([])
    for (const url of Object.values(connectionsOf(database.url, passwords))) expect(await installationKind(url).catch((error) => error.code)).toBe('live')
  })

  it('refuses a database of a newer version, and changes nothing in it', async () => {
    const newer = { ...migrations, '2999-01-01-later': { up: async () => undefined } }
    await migrate(database.url, { known: newer })
    await expect(migrate(database.url)).rejects.toThrow(NewerDatabase)
    await expect(migrate(database.url)).rejects.toThrow(/newer version.*2999-01-01-later/)
  })

  it('leaves nothing half-made when a migration fails', async () => {
    const broken = {
      ...migrations,
      '2999-01-01-broken': {
        up: async () => {
          throw new Error('broken')
        },
      },
    }
    await expect(migrate(database.url, { known: broken })).rejects.toThrow('broken')
    expect(await installationKind(database.url)).toBeNull()
    await migrate(database.url)
    expect(await installationKind(database.url)).toBe('live')
  })

  it('never takes a rehearsal for a live installation, nor a live installation for a rehearsal', async () => {
    expect(await installationKind(database.url)).toBeNull()
    await migrate(database.url, { kind: 'rehearsal' })
    const before = await tables()
    await expect(migrate(database.url)).rejects.toThrow(OtherInstallation)
    expect([await installationKind(database.url), await tables()]).toStrictEqual(['rehearsal', before])
  })
})
