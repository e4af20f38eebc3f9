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
})
