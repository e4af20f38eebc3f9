import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../infra/postgres/pool.ts'
import { withLeadership } from '../../../infra/subscriptions/leadership.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

let database: FreshInstallation
let pool: Pool

beforeAll(async () => {
  database = await openFreshInstallation()
  pool = openPool(database.connections.service)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

describe('leadership', () => {
  const never = new AbortController().signal

  it('is held by one at a time, and passed on', async () => {
    let leading = 0
    const turns = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        withLeadership(
          pool,
          'waker',
          async () => {
            leading += 1
            const together = leading
            await new Promise((soon) => setImmediate(soon))
            leading -= 1
            return { name, together }
          },
          never,
        ),
      ),
    )
    expect(turns).toStrictEqual(['a', 'b', 'c'].map((name) => ({ name, together: 1 })))
  })

  it('ends with its connection: the work is told, and another may lead', async () => {
    const owner = new Client({ connectionString: database.url })
    await owner.connect()
    const lost = await withLeadership(
      pool,
      'views',
      async (signal) => {
        await owner.query("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
        if (!signal.aborted) await new Promise((told) => signal.addEventListener('abort', told, { once: true }))
        return 'told'
      },
      never,
    )
    await owner.end()
    expect([lost, await withLeadership(pool, 'views', async () => 'leads', never)]).toStrictEqual(['told', 'leads'])
  })

  it('is given up waiting for when the signal comes', async () => {
    const stop = new AbortController()
    const waiting = await withLeadership(
      pool,
      'views',
      async () => {
        const second = withLeadership(pool, 'views', async () => 'leads', stop.signal)
        stop.abort()
        return { second: await second }
      },
      never,
    )
    expect(waiting).toStrictEqual({ second: null })
  })
})
