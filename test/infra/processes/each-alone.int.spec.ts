import { existsSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { freePort } from '../../../infra/local-servers/free-port.ts'
import { isAlive } from '../../../infra/local-servers/postgres/running.ts'
import type { LocalServer } from '../../../infra/local-servers/temporal/local-server.ts'
import type { ProcessName } from '../../../infra/processes/names.ts'
import { answered, temporaryFolder } from '../../support/follow-up.ts'
import { startTestTemporal } from '../../support/local-temporal.ts'
import { lossyProxy } from '../../support/lossy-proxy.ts'
import { type OperatedDatabase, operatedDatabase } from '../../support/operated.ts'
import { type StartedProcess, startProcess } from '../../support/process.ts'

const folder = temporaryFolder()
let database: OperatedDatabase
let temporal: LocalServer
let migrated: Awaited<ReturnType<OperatedDatabase['migrate']>>
let seeded: Awaited<ReturnType<OperatedDatabase['seed']>>
const started: StartedProcess[] = []

beforeAll(async () => {
  database = await operatedDatabase()
  migrated = await database.migrate()
  seeded = await database.seed()
  temporal = await startTestTemporal('alone')
})
afterEach(async () => {
  for (const each of started.splice(0)) await each.stop()
})
afterAll(async () => {
  await temporal.stop()
  await database.drop()
  folder.remove()
})

const environmentOf = (name: ProcessName): Record<string, string> => {
  const data = { FOLLOW_UP_DATA: folder.path }
  if (name === 'sink') return data
  if (name === 'web') return { ...data, ...database.web, ...database.service }
  if (name === 'projections') return { ...data, ...database.service }
  return { ...data, ...database.service, TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: temporal.namespace }
}

const start = async (name: ProcessName, more: Record<string, string> = {}): Promise<StartedProcess> => {
  const ports = { FOLLOW_UP_PORT: String(await freePort()), FOLLOW_UP_SINK_PORT: String(await freePort()) }
  const process = await startProcess(name, { ...environmentOf(name), ...ports, ...more })
  started.push(process)
  return process
}

const sessionsOf = async (): Promise<readonly string[]> => {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const text = 'select distinct usename from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by 1'
  const { rows } = await client.query<{ usename: string }>(text)
  await client.end()
  return rows.map(({ usename }) => usename.replace(/^t_[0-9a-f]+_/, ''))
}

/** In milliseconds. */
const patience = { timeout: 40_000, interval: 500 }

const metricsOf = async ({ ops }: StartedProcess): Promise<string> => (await fetch(`${ops}/metrics`)).text()

describe('the commands before', () => {
  it('migrate with the owner, and say what they did', async () => {
    expect([migrated.code, answered<{ applied: string[] }>(migrated).applied.length > 0]).toStrictEqual([0, true])
    expect(answered(await database.migrate())).toStrictEqual({ applied: [] })
  })

  it('seed with the service, and repeat nothing', async () => {
    expect([seeded.code, answered<{ cycles: string[] }>(seeded).cycles.includes('ilo:r202')]).toStrictEqual([0, true])
    expect(answered(await database.seed())).toMatchObject({ facts: 0, cycles: [] })
  })
})

const alone = [
  { name: 'sink', checks: ['smtp'], logins: [], measures: ['process_cpu_user_seconds_total'] },
  {
    name: 'projections',
    checks: ['database', 'lag', 'leader', 'log'],
    logins: ['service'],
    measures: [
      'follow_up_subscription_lag_events{subscription="views"} 0',
      'follow_up_subscription_lag_seconds{subscription="views"} 0',
      'follow_up_open_obligations{organization="ilo",kind="submission"} 746',
      '# TYPE follow_up_letters gauge',
    ],
  },
  { name: 'web', checks: ['database', 'log', 'views'], logins: ['service', 'web'], measures: ['# TYPE follow_up_append_seconds histogram'] },
  {
    name: 'worker',
    checks: ['database', 'leader', 'log', 'polling', 'temporal'],
    logins: ['service'],
    measures: [
      '# TYPE follow_up_append_seconds histogram',
      'follow_up_subscription_position{subscription="waker"}',
      'temporal_workflow_task_schedule_to_start_latency_seconds_count',
      'temporal_workflow_task_execution_latency_seconds_count',
    ],
  },
] as const

describe('a process that is started alone', () => {
  it.each(alone)(
    '$name: can do its work, under its own login, measures it, and ends at SIGTERM with nothing left',
    async ({ name, checks, logins, measures }) => {
      const process = await start(name)
      const { ready, checks: met } = await process.ready()
      expect([ready, Object.keys(met).toSorted(), new Set(Object.values(met))]).toStrictEqual([true, checks, new Set(['ok'])])
      expect((await fetch(`${process.ops}/healthz`)).status).toBe(200)
      expect(await sessionsOf()).toStrictEqual(logins)
      await vi.waitFor(async () => {
        const metrics = await metricsOf(process)
        for (const measure of measures) expect(metrics).toContain(measure)
      }, patience)

      expect([await process.stop(), isAlive(process.pid), await sessionsOf()]).toStrictEqual([0, false, []])
    },
  )

  it('web: serves a page', async () => {
    const port = await freePort()
    const process = await start('web', { FOLLOW_UP_PORT: String(port) })
    await process.ready()
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
    expect((await fetch(`${process.ops}/nothing`)).status).toBe(404)
    expect((await fetch(`${process.ops}/readyz`, { method: 'POST' })).status).toBe(405)
  })

  it('says that it is not ready while its database is gone, and lives', async () => {
    const proxy = await lossyProxy(database.service.DATABASE_SERVICE_URL)
    const process = await start('projections', { DATABASE_SERVICE_URL: proxy.url })
    await process.ready()
    await proxy.close()
    const answer = await fetch(`${process.ops}/readyz`)
    const { checks } = (await answer.json()) as { checks: Record<string, string> }
    expect([answer.status, checks.database === 'ok', (await fetch(`${process.ops}/healthz`)).status]).toStrictEqual([503, false, 200])
    expect(await metricsOf(process)).not.toContain('follow_up_subscription_lag_events{')
  })

  it('leaves nothing in a directory that it does not need', async () => {
    expect(existsSync(`${folder.path}/postgres`)).toBe(false)
  })
})
