import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../../domain/principal.ts'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { createQueries, type ReadyQueries } from '../../../infra/read-models/create-queries.ts'
import { hashOfViews } from '../../../infra/read-models/hash-of-views.ts'
import { rebuild } from '../../../infra/read-models/rebuild.ts'
import { createViewsProjection } from '../../../infra/read-models/views-projection.ts'
import type { Subscription } from '../../../infra/subscriptions/subscription.ts'
import { issueLetter, type SmallInstallation, smallInstallation } from '../../support/views-fixture.ts'

/** Long enough for any machine: a wait ends as soon as what it waits for is there. */
const atMostMs = 30_000

describe('the projection of views', () => {
  let small: SmallInstallation
  let pool: Pool
  let projection: Subscription
  let queries: ReadyQueries
  let letters = 0

  beforeAll(async () => {
    small = await smallInstallation()
    pool = openPool(small.database.connections.service)
    projection = createViewsProjection({ pool, log: small.log })
    queries = createQueries(pool)
  })
  afterAll(async () => {
    await pool.end()
    await small.close()
  })

  const anotherLetter = async (): Promise<number> => {
    letters += 1
    const obligations = ['ilo:R202:submission:KEN']
    await issueLetter(small, { id: `ilo:KEN:2012-08-01:${letters}`, kind: 'request', obligations, on: day('2012-08-01'), accepted: true })
    return small.log.head()
  }

  const running = async (work: () => Promise<void>): Promise<void> => {
    const stop = new AbortController()
    const runs = [projection.run(stop.signal), createViewsProjection({ pool, log: small.log }).run(stop.signal)]
    try {
      await work()
    } finally {
      stop.abort()
      await Promise.all(runs)
    }
  }

  it('stops at the position asked for, or in the batch that holds it', async () => {
    const one = createViewsProjection({ pool, log: { ...small.log, readFrom: (after) => small.log.readFrom(after, 1) } })
    expect(await one.catchUp(3)).toBe(3)
    expect(await queries.position()).toBe(3)
    expect(await one.catchUp(2)).toBe(3)
  })

  it('is moved by several hands at once without taking an event twice', async () => {
    const two = createViewsProjection({ pool, log: { ...small.log, readFrom: (after) => small.log.readFrom(after, 2) } })
    await Promise.all([two.catchUp(), projection.catchUp(), two.catchUp(), two.catchUp()])
    const moved = await hashOfViews(pool)
    expect(await queries.position()).toBe(await small.log.head())
    await rebuild(pool, small.log)
    expect(await hashOfViews(pool)).toBe(moved)
  })

  it('says after the wait that it is not there yet', async () => {
    await projection.catchUp()
    const head = await anotherLetter()
    expect(await queries.waitFor(head, 50)).toBe(false)
    await projection.catchUp()
    expect(await queries.waitFor(head, 50)).toBe(true)
  })

  it('keeps the views at the head while it runs', () =>
    running(async () => {
      for (let each = 0; each < 3; each += 1) expect(await queries.waitFor(await anotherLetter(), atMostMs)).toBe(true)
      expect((await queries.as(systemPrincipal('test')).letters()).length).toBe(letters)
    }))

  it('goes on after a rebuild took the tables from under it', () =>
    running(async () => {
      await rebuild(pool, small.log)
      expect(await queries.waitFor(await anotherLetter(), atMostMs)).toBe(true)
    }))

  it('goes on when its connections are cut in the middle of a batch', () =>
    running(async () => {
      await projection.catchUp()
      const owner = new Client({ connectionString: small.database.url })
      await owner.connect()
      await owner.query('begin; lock table views.position in access exclusive mode')
      const head = await anotherLetter()
      const waiting = "datname = current_database() and wait_event_type = 'Lock' and query like '%views.position%'"
      for (let cut = 0; cut === 0; ) {
        const { rowCount } = await owner.query(`select from pg_stat_activity where ${waiting}`)
        cut = rowCount ?? 0
        await owner.query('select pg_stat_clear_snapshot()')
      }
      await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()')
      await owner.query('commit')
      await owner.end()
      const fresh = openPool(small.database.connections.service)
      expect(await createQueries(fresh).waitFor(head, atMostMs)).toBe(true)
      await fresh.end()
    }))

  it('stops by name at an event that it cannot read, and keeps what it had', async () => {
    await projection.catchUp()
    const before = await hashOfViews(pool)
    const bare = createEventLog(pool, { clock: async () => '2012-08-01T00:00:00.000Z' })
    await bare.append({
      commandId: 'unknown',
      actor: { role: 'system', id: 'test' },
      streams: [{ stream: 'obligation/ilo:R202:submission:KEN', atVersion: 1, events: [{ type: 'NeverHeardOf', occurredOn: day('2012-08-01'), data: {} }] }],
    })
    await expect(projection.catchUp()).rejects.toMatchObject({ name: 'UnreadableEvent' })
    expect(await hashOfViews(pool)).toBe(before)
  })
})
