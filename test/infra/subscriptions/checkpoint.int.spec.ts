import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPool } from '../../../infra/postgres/pool.ts'
import { storedCheckpoint } from '../../../infra/subscriptions/checkpoint.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe('a stored checkpoint', () => {
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

  it('begins at 0 and moves only forward', async () => {
    const waker = storedCheckpoint(pool, 'waker')
    expect(await waker.read()).toBe(0)
    await waker.moveTo(7)
    await waker.moveTo(5)
    expect(await waker.read()).toBe(7)
    await waker.moveTo(9)
    expect([await waker.read(), await storedCheckpoint(pool, 'another').read()]).toStrictEqual([9, 0])
  })
})
