import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldObligation } from '../../../activities/fold.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import type { Views } from '../../../activities/views.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../../domain/principal.ts'
import { stream } from '../../../domain/streams.ts'
import { up } from '../../../infra/event-store/migrations/2026-11-22-views-of-plans.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { createQueries } from '../../../infra/read-models/create-queries.ts'
import { hashOfViews } from '../../../infra/read-models/hash-of-views.ts'
import { rebuild } from '../../../infra/read-models/rebuild.ts'
import { createViewsProjection } from '../../../infra/read-models/views-projection.ts'
import type { Subscription } from '../../../infra/subscriptions/subscription.ts'
import { announcedSession, plan } from '../../support/plan.ts'
import { openSmallPlan, type SmallInstallation, smallInstallation } from '../../support/views-fixture.ts'

describe('the views of a plan', () => {
  let small: SmallInstallation
  let owner: Pool
  let pool: Pool
  let projection: Subscription
  let views: Views

  beforeAll(async () => {
    small = await smallInstallation()
    owner = new Pool({ connectionString: small.database.url })
    pool = openPool(small.database.connections.service)
    projection = createViewsProjection({ pool, log: small.log })
    views = createQueries(pool, { projection }).as(systemPrincipal('test'))
    small.clock.moveTo(day('2021-11-12'))
    await openSmallPlan(small)
  })
  afterAll(async () => {
    await pool.end()
    await owner.end()
    await small.close()
  })

  it('show it among the cycles by its own title, beside instruments by theirs', async () => {
    expect((await views.cycles()).map(({ id, title, type }) => [id, title.fr, type])).toStrictEqual([
      ['ilo:fp', 'Fictional plan (fr)', 'plan'],
      ['ilo:r202', 'R202 (fr)', 'cycle'],
    ])
  })

  it('show its rows in the order of its document, as they were recorded, and its components', async () => {
    const rows = await views.rows('ilo:fp')
    expect(rows.map(({ id, printed, wording, followedUnder }) => ({ id, printed, wording, followedUnder }))).toStrictEqual(
      plan.rows.map(({ id, printed, wording, followedUnder }) => ({ id, printed, wording, followedUnder })),
    )
    expect(rows[1]?.obligations).toStrictEqual([2021, 2022, 2023, 2024, 2025, 2026].map((year) => `ilo:fp-2:event:office:${year}`))
    expect(await views.plan('ilo:fp')).toStrictEqual({ status: 'open', components: plan.components, revisions: [], closed: null })
    expect([await views.rows('ilo:r202'), await views.plan('ilo:r202')]).toStrictEqual([[], null])
  })

  it('show what a row asks as its own stream folds it, with the name of the unit that owes it', async () => {
    const id = 'ilo:fp-1:output:office'
    const { histories } = await small.log.read([stream.obligation(id)])
    expect(await views.obligation(id)).toStrictEqual({
      id,
      state: foldObligation(histories[0]),
      partyName: { en: 'Office', fr: 'Office (fr)', es: 'Office (es)', ar: 'Office (ar)' },
    })
    expect((await views.history(id)).map(({ type }) => type)).toStrictEqual(['ObligationOpened'])
  })

  it.each([
    { filter: { kind: 'invitation' }, found: 4 },
    { filter: { kind: 'output' }, found: 1 },
    { filter: { member: 'office' }, found: 9 },
    { filter: { cycle: 'ilo:fp', member: 'KEN' }, found: 1 },
    { filter: { member: 'KEN' }, found: 2 },
    { filter: { instrument: 'R202' }, found: 3 },
    { filter: { organization: 'ilo', kind: 'submission' }, found: 3 },
    { filter: { organization: 'other' }, found: 0 },
  ])('find $found obligations of $filter', async ({ filter, found }) => {
    expect(await views.obligations(filter)).toHaveLength(found)
    expect(await views.obligations(filter, day('2021-11-12'))).toHaveLength(found)
  })

  it('name everybody who may owe, States and units', async () => {
    expect((await views.parties()).map(({ organization, party, name }) => [organization, party, name.en])).toStrictEqual([
      ...['FRA', 'KEN', 'MEX', 'TON'].map((state) => ['ilo', state, `${state} (en)`]),
      ['ilo', 'office', 'Office'],
    ])
  })

  it('keep who waits for a session that nobody has announced, whatever the batches, and show it once it is announced', async () => {
    await projection.catchUp()
    expect((await views.sessions()).map(({ id }) => id)).toStrictEqual(['ilo:ilc-101'])
    await importFacts(small.context, [announcedSession('gb-349', '2023-10-30', '2023-11-09')], day('2021-11-12'))
    expect(await views.sessions()).toMatchObject([{ id: 'ilo:gb-349', session: { status: 'announced', cycles: ['ilo:fp'] } }, { id: 'ilo:ilc-101' }])
    const before = await hashOfViews(owner)
    await rebuild(pool, small.log)
    expect(await hashOfViews(owner)).toBe(before)
  })

  it('are made again by their migration in an installation that had the older ones, and fill from the log', async () => {
    await projection.catchUp()
    const before = await hashOfViews(owner)
    await up(new Kysely<never>({ dialect: new PostgresDialect({ pool: owner }) }))
    expect(Number((await owner.query('select position from views.position')).rows[0].position)).toBe(0)
    await projection.catchUp()
    expect(await hashOfViews(owner)).toBe(before)
  })
})
