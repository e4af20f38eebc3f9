import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { lossyProxy } from '../../support/lossy-proxy.ts'
import { note } from '../../support/notes.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe('an event log whose connection is lost', () => {
  let database: FreshInstallation
  let proxy: Awaited<ReturnType<typeof lossyProxy>>
  let pool: Pool

  beforeAll(async () => {
    database = await openFreshInstallation()
    proxy = await lossyProxy(database.connections.service)
    pool = openPool(proxy.url)
  })
  afterAll(async () => {
    await pool.end()
    await proxy.close()
    await database.drop()
  })

  it('asks again after a commit whose answer was lost, and records nothing twice', async () => {
    const log = createEventLog(pool)
    await log.append(note('before', 'a', 0, 'one'))
    proxy.loseNextAnswer()
    const [first, second] = await Promise.all([log.append(note('c1', 'a', 1, 'two')), log.append(note('c2', 'b', 0, 'one', 'two'))])
    expect(proxy.hasLost()).toBe(true)
    expect([first?.firstPosition, second?.firstPosition, second?.lastPosition]).toStrictEqual([2, 3, 4])
    expect(await log.head()).toBe(4)
  })

  it('goes on following where it stood', async () => {
    const log = createEventLog(pool)
    const direct = openPool(database.connections.service)
    const writer = createEventLog(direct)
    const from = await log.head()
    const stop = new AbortController()
    const seen: number[] = []
    let written = from
    const write = async () => {
      written += 1
      await writer.append(note(`f${written}`, `f/${written}`, 0, 'x'))
    }
    await write()
    for await (const batch of log.follow(from, stop.signal)) {
      seen.push(...batch.map(({ position }) => position))
      if (seen.length === 5) stop.abort()
      else {
        proxy.cutAll()
        await write()
      }
    }
    await direct.end()
    expect(seen).toStrictEqual([1, 2, 3, 4, 5].map((n) => from + n))
  })

  it('listens again, so that it need not wait for its next look', async () => {
    const direct = openPool(database.connections.service)
    const listening = async (not?: number): Promise<number> => {
      const text = "select pid from pg_stat_activity where datname = current_database() and query = 'listen recorded' and pid is distinct from $1"
      const { rows } = await direct.query<{ pid: number }>(text, [not])
      return rows[0]?.pid ?? listening(not)
    }
    const stop = new AbortController()
    const following = (async () => {
      for await (const _ of createEventLog(pool).follow(await createEventLog(direct).head(), stop.signal)) throw new Error('Nothing was recorded')
    })()
    const first = await listening()
    proxy.cutAll()
    expect(await listening(first)).not.toBe(first)
    stop.abort()
    await following
    await direct.end()
  })
})
