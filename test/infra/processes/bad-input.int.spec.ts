import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../infra/event-store/migrate.ts'
import { migrations } from '../../../infra/event-store/migrations/index.ts'
import { provisionRoles } from '../../../infra/postgres/roles.ts'
import type { ProcessName } from '../../../infra/processes/names.ts'
import { followUp, refused, temporaryFolder } from '../../support/follow-up.ts'
import { type OperatedDatabase, operatedDatabase } from '../../support/operated.ts'
import { startProcess } from '../../support/process.ts'

const folder = temporaryFolder()
let current: OperatedDatabase
let empty: OperatedDatabase
let older: OperatedDatabase
let newer: OperatedDatabase
let rehearsal: OperatedDatabase

const settingsOf = (name: ProcessName, { web, service }: OperatedDatabase): Record<string, string> =>
  name === 'web' ? { ...web, ...service } : { ...service, TEMPORAL_ADDRESS: '127.0.0.1:9' }

const passwordsOf = ({ service, web }: OperatedDatabase) => ({
  service: new URL(service.DATABASE_SERVICE_URL).password,
  web: new URL(web.DATABASE_WEB_URL).password,
})

const names = ['web', 'worker', 'projections'] as const

beforeAll(async () => {
  ;[current, empty, older, newer, rehearsal] = [
    await operatedDatabase(),
    await operatedDatabase(),
    await operatedDatabase(),
    await operatedDatabase(),
    await operatedDatabase(),
  ]
  for (const database of [current, older, newer]) await database.migrate()
  // Its logins are there, and nothing else.
  const owner = new Client({ connectionString: empty.url })
  await owner.connect()
  await provisionRoles(owner, passwordsOf(empty))
  await owner.end()
  await asOwner(older, 'delete from kysely_migration where name = (select max(name) from kysely_migration)')
  await migrate(newer.url, { known: { ...migrations, '2999-01-01-later': { up: async () => undefined } } })
  await migrate(rehearsal.url, { kind: 'rehearsal', passwords: passwordsOf(rehearsal) })
})
afterAll(async () => {
  for (const database of [current, empty, older, newer, rehearsal]) await database.drop()
  folder.remove()
})

async function asOwner(database: OperatedDatabase, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const patienceMs = 40_000

type Fatal = { readonly code: string; readonly msg: string }

/** Starts a process that cannot work. @returns its exit code, and the last thing that it logged */
async function refusalOf(name: ProcessName, environment: Record<string, string>): Promise<Fatal & { readonly exit: unknown }> {
  const process = await startProcess(name, { FOLLOW_UP_DATA: folder.path, ...environment })
  // One that works after all is ended: it would outlive this run.
  const over = new AbortController()
  const worked = wait(patienceMs, undefined, { signal: over.signal }).then(() => process.stop().then(() => 'it did not end by itself'))
  const exit = await Promise.race([process.ended, worked.catch(() => null)])
  over.abort()
  const lines = process.log().trimEnd().split('\n')
  expect(lines).toHaveLength(1)
  const { code, msg } = JSON.parse(lines[0] ?? '') as Fatal
  return { exit, code, msg }
}

describe.each(names)('%s', (name) => {
  it('names the login that it was not given', async () => {
    const refusal = await refusalOf(name, { TEMPORAL_ADDRESS: '127.0.0.1:9' })
    expect(refusal).toMatchObject({ exit: 2, code: 'environment' })
    expect(refusal.msg).toContain('DATABASE_SERVICE_URL: is not set')
    if (name === 'web') expect(refusal.msg).toContain('DATABASE_WEB_URL: is not set')
  })

  it("refuses to hold the owner's login", async () => {
    const refusal = await refusalOf(name, { ...settingsOf(name, current), ...current.owner })
    expect(refusal).toMatchObject({ exit: 2, code: 'environment' })
    expect(refusal.msg).toContain('DATABASE_OWNER_URL')
  })

  it("refuses another role's login, the owner's above all", async () => {
    const others = [current.web.DATABASE_WEB_URL, current.url]
    for (const url of others) {
      const refusal = await refusalOf(name, { ...settingsOf(name, current), DATABASE_SERVICE_URL: url })
      expect(refusal).toMatchObject({ exit: 2, code: 'wrong-login' })
      expect(refusal.msg).toMatch(/DATABASE_SERVICE_URL logs in as .*_service/)
      expect(refusal.msg).not.toContain(new URL(url).password)
    }
  })

  it('refuses a login whose password is not right', async () => {
    const url = new URL(current.service.DATABASE_SERVICE_URL)
    url.password = 'guessed'
    expect(await refusalOf(name, { ...settingsOf(name, current), DATABASE_SERVICE_URL: url.href })).toMatchObject({ exit: 2, code: 'wrong-login' })
  })

  it('says that a database was never migrated', async () => {
    const bare = await refusalOf(name, settingsOf(name, empty))
    expect(bare).toMatchObject({ exit: 3, code: 'not-migrated' })
    const service = new URL(current.service.DATABASE_SERVICE_URL)
    service.pathname = '/there_is_no_such_database'
    const web = new URL(current.web.DATABASE_WEB_URL)
    web.pathname = '/there_is_no_such_database'
    const refusal = await refusalOf(name, {
      ...settingsOf(name, current),
      DATABASE_SERVICE_URL: service.href,
      ...(name === 'web' ? { DATABASE_WEB_URL: web.href } : {}),
    })
    expect(refusal).toMatchObject({ exit: 3, code: 'not-migrated' })
    expect(refusal.msg).toContain('follow-up migrate')
  })

  it('names what an older database lacks', async () => {
    const refusal = await refusalOf(name, settingsOf(name, older))
    expect(refusal).toMatchObject({ exit: 3, code: 'not-migrated' })
    expect(refusal.msg).toContain(Object.keys(migrations).toSorted().at(-1))
  })

  it('refuses a database of a newer release', async () => {
    const refusal = await refusalOf(name, settingsOf(name, newer))
    expect(refusal).toMatchObject({ exit: 3, code: 'newer-version' })
    expect(refusal.msg).toContain('2999-01-01-later')
  })

  it("refuses a rehearsal's database", async () =>
    expect(await refusalOf(name, settingsOf(name, rehearsal))).toMatchObject({ exit: 3, code: 'other-installation' }))

  it('says that PostgreSQL does not answer', async () => {
    const away = (url: string) => {
      const changed = new URL(url)
      changed.host = '127.0.0.1:9'
      return changed.href
    }
    const urls = {
      DATABASE_SERVICE_URL: away(current.service.DATABASE_SERVICE_URL),
      ...(name === 'web' ? { DATABASE_WEB_URL: away(current.web.DATABASE_WEB_URL) } : {}),
    }
    expect(await refusalOf(name, { ...settingsOf(name, current), ...urls })).toMatchObject({ exit: 5, code: 'postgres-away' })
  })
})

it('the worker says that it was told of no Temporal, and that Temporal does not answer', async () => {
  expect(await refusalOf('worker', current.service)).toMatchObject({ exit: 2, code: 'environment' })
  expect(await refusalOf('worker', settingsOf('worker', current))).toMatchObject({ exit: 5, code: 'temporal-away' })
})

it('the sink says that its port is in use', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const port = String((other.address() as AddressInfo).port)
  expect(await refusalOf('sink', { FOLLOW_UP_SINK_PORT: port })).toMatchObject({ exit: 5, code: 'port-in-use' })
  other.close()
})

it('nothing was recorded by any of them', async () => {
  for (const database of [current, older, newer, rehearsal])
    expect(await asOwner(database, 'select count(*)::int as events from recorded_event')).toStrictEqual([{ events: 0 }])
})

describe('migrate', () => {
  it('names the setting that it lacks, and those that are of another login or database', async () => {
    const lacking = await followUp(['migrate', '--json'], { environment: current.service })
    expect([lacking.code, refused(lacking).message.includes('DATABASE_OWNER_URL: is not set')]).toStrictEqual([2, true])
    const crossed = await followUp(['migrate', '--json'], {
      environment: { ...empty.owner, DATABASE_SERVICE_URL: current.service.DATABASE_SERVICE_URL, DATABASE_WEB_URL: empty.url },
    })
    expect([crossed.code, refused(crossed).code]).toStrictEqual([2, 'environment'])
    expect(refused(crossed).message).toMatch(/DATABASE_SERVICE_URL: is of the database[\s\S]*DATABASE_WEB_URL: has the user/)
    expect(await asOwner(empty, "select count(*)::int as tables from pg_tables where schemaname = 'public'")).toStrictEqual([{ tables: 0 }])
  })

  it('refuses a newer database and a rehearsal', async () => {
    expect(refused(await newer.migrate()).code).toBe('newer-version')
    expect(refused(await rehearsal.migrate()).code).toBe('other-installation')
  })

  it('is told that there is no setting DATABASE_URL', async () => {
    const ended = await followUp(['migrate', '--json'], { environment: { DATABASE_URL: current.url } })
    expect([ended.code, refused(ended).message.includes('DATABASE_OWNER_URL')]).toStrictEqual([2, true])
  })
})
