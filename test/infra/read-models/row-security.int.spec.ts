import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type Principal, principalIn, systemPrincipal } from '../../../domain/principal.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { createQueries } from '../../../infra/read-models/create-queries.ts'
import { createViewsProjection } from '../../../infra/read-models/views-projection.ts'
import { issueLetter, rehearseSmallInstallation, type SmallInstallation, smallInstallation } from '../../support/views-fixture.ts'

const idOf = (member: string) => `ilo:R202:submission:${member}`

describe('the login of the web', () => {
  let small: SmallInstallation
  let web: Pool

  beforeAll(async () => {
    small = await smallInstallation()
    await rehearseSmallInstallation(small)
    for (const member of ['FRA', 'KEN'])
      await issueLetter(small, { id: `ilo:${member}:2014-02-10:1`, kind: 'request', obligations: [idOf(member)], on: day('2014-02-10'), accepted: true })
    const service = openPool(small.database.connections.service)
    await createViewsProjection({ pool: service, log: small.log }).catchUp()
    await service.end()
    // One connection: what one reader's question set must not outlast it.
    web = openPool(small.database.connections.web, { max: 1 })
  })
  afterAll(async () => {
    await web.end()
    await small.close()
  })

  const seenBy = async (principal: Principal) => {
    const views = createQueries(web).as(principal)
    return {
      obligations: (await views.obligations({})).map(({ state }) => state.party),
      known: (await views.obligations({}, day('2014-01-01'))).map(({ state }) => state.party),
      letters: (await views.letters()).map(({ letter }) => letter.party),
      kenya: (await views.history(idOf('KEN'))).length > 0,
      shared: [await views.cycles(), await views.sessions(), await views.instruments()].map((rows) => rows.length),
    }
  }
  const shared = [1, 1, 1]
  const staff = (role: 'secretariat' | 'reviewer' | 'auditor', organization: string) => principalIn({ role, id: role }, organization, 'http')
  const state = (id: string, organization = 'ilo') => principalIn({ role: 'ministry', id }, organization, 'http')
  const all = { obligations: ['FRA', 'KEN', 'MEX'], known: ['FRA', 'KEN', 'MEX'], letters: ['ilo:FRA', 'ilo:KEN'], kenya: true, shared }
  const nothing = { obligations: [], known: [], letters: [], kenya: false }

  it.each([
    { who: 'the system', principal: systemPrincipal('operator'), seen: all },
    { who: 'a secretariat', principal: staff('secretariat', 'ilo'), seen: all },
    { who: 'a reviewer', principal: staff('reviewer', 'ilo'), seen: all },
    { who: 'an auditor', principal: staff('auditor', 'ilo'), seen: all },
    { who: 'KEN', principal: state('KEN'), seen: { obligations: ['KEN'], known: ['KEN'], letters: ['ilo:KEN'], kenya: true, shared } },
    { who: 'FRA', principal: state('FRA'), seen: { obligations: ['FRA'], known: ['FRA'], letters: ['ilo:FRA'], kenya: false, shared } },
    { who: 'one that would say more', principal: state("FRA'; set local app.sees = 'everything"), seen: { ...nothing, shared } },
    { who: 'one without a name', principal: state(''), seen: { ...nothing, shared } },
    { who: 'the secretariat of another organization', principal: staff('secretariat', 'oic'), seen: { ...nothing, shared: [0, 0, 0] } },
    { who: 'the ministry of the same State in another organization', principal: state('KEN', 'oic'), seen: { ...nothing, shared: [0, 0, 0] } },
    { who: 'staff of an organization without a name', principal: staff('secretariat', ''), seen: { ...nothing, shared: [0, 0, 0] } },
  ] as const)('shows $who their own rows and what is everybody’s', async ({ principal, seen }) => expect(await seenBy(principal)).toStrictEqual(seen))

  it('answers for one obligation, one letter, pages and counts no more than that', async () => {
    const views = createQueries(web).as(state('FRA'))
    expect(await views.obligation(idOf('KEN'))).toBeNull()
    expect(await views.letter('ilo:KEN:2014-02-10:1')).toBeNull()
    expect(await views.letterPage({ skip: 0, size: 10 })).toMatchObject({ count: 1, letters: [{ id: 'ilo:FRA:2014-02-10:1' }] })
    expect((await views.obligationCounts()).reduce((sum, { count }) => sum + count, 0)).toBe(1)
    expect(await views.letterOutcomes()).toStrictEqual([{ outcome: 'accepted', count: 1 }])
  })

  it('shows one that nobody spoke for no State’s rows, even after staff asked on the same connection', async () => {
    await seenBy(staff('secretariat', 'ilo'))
    for (const table of ['obligation', 'letter', 'history']) {
      const { rows } = await web.query(`select * from views.${table}`)
      expect(rows).toStrictEqual([])
    }
  })

  it.each([
    'delete from views.obligation',
    "update views.letter set state = 'FRA'",
    'insert into views.party values (default)',
    'update views.position set position = 0',
    'drop table views.letter',
    'alter table views.letter no force row level security',
    'select * from recorded_event',
  ])('may not: %s', async (statement) => {
    await expect(web.query(statement)).rejects.toMatchObject({ code: '42501' })
  })
})
