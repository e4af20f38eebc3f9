import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventLog } from '../../../activities/ports.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { hashOfViews } from '../../../infra/read-models/hash-of-views.ts'
import { rebuild } from '../../../infra/read-models/rebuild.ts'
import { createViewsProjection } from '../../../infra/read-models/views-projection.ts'
import type { Subscription } from '../../../infra/subscriptions/subscription.ts'
import { issueLetter, rehearseSmallInstallation, type SmallInstallation, smallInstallation } from '../../support/views-fixture.ts'

describe('rebuilt views', () => {
  let small: SmallInstallation
  let owner: Pool
  let service: Pool
  let projection: Subscription
  let letters = 0

  beforeAll(async () => {
    small = await smallInstallation()
    await rehearseSmallInstallation(small)
    owner = openPool(small.database.connections.owner)
    service = openPool(small.database.connections.service)
    projection = createViewsProjection({ pool: service, log: small.log })
    await projection.catchUp()
  })
  afterAll(async () => {
    await owner.end()
    await service.end()
    await small.close()
  })

  const inBatchesOf = (size: number): EventLog => ({ ...small.log, readFrom: (after, limit) => small.log.readFrom(after, Math.min(size, limit)) })

  const anotherLetter = async (): Promise<void> => {
    letters += 1
    const obligations = ['ilo:R202:submission:FRA']
    await issueLetter(small, { id: `ilo:FRA:2014-03-01:${letters}`, kind: 'request', obligations, on: day('2014-03-01'), accepted: letters % 2 === 0 })
  }

  it.each([1, 2, 7, 1_000])('equal the live ones row for row when folded in batches of %i', async (size) => {
    const before = await hashOfViews(owner)
    expect(await rebuild(service, inBatchesOf(size))).toBe(await small.log.head())
    expect(await hashOfViews(owner)).toBe(before)
  })

  it('have another hash when one row is another', async () => {
    const before = await hashOfViews(owner)
    await owner.query("update views.obligation set cycle = 'x' where state = 'MEX' and to_position is null")
    expect(await hashOfViews(owner)).not.toBe(before)
    await rebuild(service, small.log)
    expect(await hashOfViews(owner)).toBe(before)
  })

  it('hold the events that came while they were made, and never stand behind the live ones', async () => {
    const running = new AbortController()
    const run = projection.run(running.signal)
    try {
      let reached = 0
      const at = await rebuild(service, inBatchesOf(5), async () => {
        await anotherLetter()
        reached = await projection.catchUp()
      })
      expect(reached).toBeGreaterThan(0)
      expect(at).toBeGreaterThanOrEqual(reached)
      await anotherLetter()
      await projection.catchUp()
    } finally {
      running.abort()
      await run
    }

    const followed = await hashOfViews(owner)
    expect(await rebuild(service, small.log)).toBe(await small.log.head())
    expect(await hashOfViews(owner)).toBe(followed)
  })

  it('have the policies, the grants and the indexes of the migration', async () => {
    const making = async () => {
      const { rows } = await owner.query(`
        select relname, relkind, relrowsecurity, relforcerowsecurity, relacl::text, pg_get_userbyid(relowner) as owner,
               (select json_agg(json_build_array(polname, polcmd, pg_get_expr(polqual, oid), pg_get_expr(polwithcheck, oid),
                  (select array_agg(rolname order by rolname) from pg_roles where pg_roles.oid = any(polroles))) order by polname) from pg_policy where polrelid = pg_class.oid) as policies,
               case when relkind = 'i' then pg_get_indexdef(pg_class.oid) end as definition
          from pg_class where relnamespace = 'views'::regnamespace order by relname`)
      return rows
    }
    const migrated = await making()
    await rebuild(service, small.log)
    expect(await making()).toStrictEqual(migrated)
    expect(migrated.filter(({ relforcerowsecurity }) => relforcerowsecurity).map(({ relname }) => relname)).toStrictEqual([
      ...['cycle', 'decision', 'history', 'instrument', 'letter', 'obligation', 'organization', 'party', 'plan', 'plan_outline', 'plan_row', 'session'],
    ])
  })

  it('leave nothing of the old ones behind', async () => {
    await rebuild(service, small.log)
    const { rows } = await owner.query<{ name: string }>("select nspname as name from pg_namespace where nspname like 'views%'")
    expect(rows.map(({ name }) => name)).toStrictEqual(['views'])
  })
})
