import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { createViews } from '../../../infra/read-models/create-views.ts'
import type { Reader } from '../../../infra/read-models/reader.ts'
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

  const seenBy = async (reader: Reader) => {
    const views = createViews(web, { reader })
    return {
      obligations: (await views.obligations({})).map(({ state }) => state.party),
      known: (await views.obligations({}, day('2014-01-01'))).map(({ state }) => state.party),
      letters: (await views.letters()).map(({ letter }) => letter.party),
      kenya: (await views.history(idOf('KEN'))).length > 0,
      shared: [await views.cycles(), await views.sessions(), await views.instruments()].map((rows) => rows.length),
    }
  }
  const shared = [1, 1, 1]

  it.each([
    { reader: 'staff', seen: { obligations: ['FRA', 'KEN', 'MEX'], known: ['FRA', 'KEN', 'MEX'], letters: ['ilo:FRA', 'ilo:KEN'], kenya: true, shared } },
    { reader: { state: 'KEN' }, seen: { obligations: ['KEN'], known: ['KEN'], letters: ['ilo:KEN'], kenya: true, shared } },
    { reader: { state: 'FRA' }, seen: { obligations: ['FRA'], known: ['FRA'], letters: ['ilo:FRA'], kenya: false, shared } },
    { reader: { state: "FRA'; set local app.staff = 'on" }, seen: { obligations: [], known: [], letters: [], kenya: false, shared } },
    { reader: { state: '' }, seen: { obligations: [], known: [], letters: [], kenya: false, shared } },
  ] as const)('shows $reader their own rows and what is everybody’s', async ({ reader, seen }) => expect(await seenBy(reader)).toStrictEqual(seen))

  it('shows one that nobody spoke for no State’s rows, even after staff asked on the same connection', async () => {
    await seenBy('staff')
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
