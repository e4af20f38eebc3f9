import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { note } from '../../support/notes.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe('the log', () => {
  let database: FreshInstallation
  const clients = new Map<string, Client>()

  beforeAll(async () => {
    database = await openFreshInstallation()
    const pool = openPool(database.connections.service)
    await createEventLog(pool).append(note('c', 's', 0, 'one'))
    await pool.end()
    for (const [role, url] of Object.entries(database.connections)) {
      const client = new Client({ connectionString: url })
      await client.connect()
      clients.set(role, client)
    }
  })
  afterAll(async () => {
    for (const client of clients.values()) await client.end()
    await database.drop()
  })

  const refusal = async (role: string, statement: string): Promise<unknown> => {
    try {
      await clients.get(role)?.query(statement)
      return 'was let through'
    } catch (error) {
      return error instanceof Error && 'code' in error ? error.code : error
    }
  }

  const insufficientPrivilege = '42501'
  const tables = ['recorded_event', 'command', 'stream', 'installation', 'kysely_migration']
  const changes = tables.flatMap((table) => [`insert into ${table} default values`, `delete from ${table}`, `truncate ${table}`])
  const updates = [
    "update recorded_event set type = 'x'",
    'update stream set version = 9',
    "update command set actor = 'x'",
    "update installation set kind = 'rehearsal'",
  ]

  it.each([...changes, ...updates].flatMap((statement) => ['service', 'web'].map((role) => ({ role, statement }))))(
    'lets $role not: $statement',
    async ({ role, statement }) => expect(await refusal(role, statement)).toBe(insufficientPrivilege),
  )

  it.each(['delete from recorded_event', 'truncate recorded_event', "update recorded_event set type = 'x'", 'delete from command'])(
    'is append-only even for the bulk command and for the owner: %s',
    async (statement) => {
      expect(await refusal('import', statement)).toBe(insufficientPrivilege)
      expect(await refusal('owner', statement)).toBe(insufficientPrivilege)
    },
  )

  it.each(['select * from recorded_event', 'select * from stream', "select append_commands('[]', '[]', '[]')", 'select * from encrypted_item'])(
    'is closed to the web: %s',
    async (statement) => expect(await refusal('web', statement)).toBe(insufficientPrivilege),
  )

  it.each(['make_shadow_views', 'swap_views', 'drop_retired_views'])('lets the service alone begin a rebuild: %s', async (name) => {
    for (const role of ['web', 'import']) expect(await refusal(role, `select ${name}()`)).toBe(insufficientPrivilege)
    expect(await refusal('service', 'drop schema views cascade')).toBe(insufficientPrivilege)
  })

  it('holds no password', async () => {
    const { rows } =
      (await clients
        .get('owner')
        ?.query("select column_name from information_schema.columns where column_name like '%password%' and table_schema = 'public'")) ?? {}
    expect(rows).toStrictEqual([])
  })

  it('cannot be led astray by objects that a caller put in the way', async () => {
    const service = clients.get('service')
    await service?.query("create temp table installation (kind text); insert into installation values ('rehearsal')")
    await service?.query('create temp table recorded_event (position bigint, chain bytea, recorded_at timestamptz)')
    await service?.query("select append_commands('[]', '[]', '[]')")
    expect(await refusal('service', 'create function public.sha256(bytea) returns bytea language sql as $$ select $1 $$')).toBe(insufficientPrivilege)
    const commands = JSON.stringify([{ id: 'x', role: 'system', actor: 'x', at: '2012-06-14T00:00:00Z', count: 1 }])
    const touched = JSON.stringify([{ c: 1, s: 1, name: 'x', at: 0, count: 1 }])
    const id = '6f1c2b52-a0f6-5d0f-9a5e-3f0a7f3f5c11'
    const events = JSON.stringify([{ c: 1, s: 1, v: 1, id, command: 'x', type: 'X', day: '2012-06-14', before: '', after: '' }])
    await service?.query('select append_commands($1, $2, $3)', [commands, touched, events])
    const { rows } = (await clients.get('owner')?.query("select extract(year from recorded_at)::int as year from recorded_event where command_id = 'x'")) ?? {}
    expect(rows?.[0]?.year).toBeGreaterThan(2012)
  })
})
