import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldLetter, foldObligation } from '../../../activities/fold.ts'
import type { Views } from '../../../activities/views.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../../domain/principal.ts'
import { stream } from '../../../domain/streams.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { createQueries } from '../../../infra/read-models/create-queries.ts'
import { createViewsProjection } from '../../../infra/read-models/views-projection.ts'
import { issueLetter, rehearseSmallInstallation, type SmallInstallation, smallInstallation } from '../../support/views-fixture.ts'

const idOf = (member: string) => `ilo:R202:submission:${member}`

describe('the views', () => {
  let small: SmallInstallation
  let pool: Pool
  let views: Views

  beforeAll(async () => {
    small = await smallInstallation()
    await rehearseSmallInstallation(small)
    await issueLetter(small, { id: 'ilo:FRA:2014-02-10:1', kind: 'request', obligations: [idOf('FRA')], on: day('2014-02-10'), accepted: true })
    await issueLetter(small, { id: 'ilo:MEX:2014-02-10:1', kind: 'reminder12', obligations: [idOf('MEX')], on: day('2014-02-10'), accepted: false })
    pool = openPool(small.database.connections.service)
    views = createQueries(pool, { projection: createViewsProjection({ pool, log: small.log }) }).as(systemPrincipal('test'))
  })
  afterAll(async () => {
    await pool.end()
    await small.close()
  })

  it('show each obligation as its own stream folds it, in byte order of id', async () => {
    const ids = ['FRA', 'KEN', 'MEX'].map(idOf)
    const { histories } = await small.log.read(ids.map(stream.obligation))
    const expected = histories.map((history, index) => ({ id: ids[index], state: foldObligation(history) }))
    const rows = await views.obligations({})
    expect(rows.map(({ id, state }) => ({ id, state }))).toStrictEqual(expected)
    expect(rows[0]?.partyName).toStrictEqual({ en: 'FRA (en)', fr: 'FRA (fr)', es: 'FRA (es)', ar: 'FRA (ar)' })
    expect(await views.obligation(idOf('KEN'))).toStrictEqual(rows[1])
    expect(await views.obligation(idOf('TON'))).toBeNull()
  })

  it.each([
    { filter: { cycle: 'ilo:r202' }, found: ['FRA', 'KEN', 'MEX'] },
    { filter: { cycle: 'ilo:r203' }, found: [] },
    { filter: { member: 'KEN' }, found: ['KEN'] },
    { filter: { instrument: 'R202', member: 'MEX' }, found: ['MEX'] },
    { filter: { instrument: 'R203' }, found: [] },
  ])('find the obligations of $filter', async ({ filter, found }) => {
    expect((await views.obligations(filter)).map(({ state }) => state.party)).toStrictEqual(found)
    expect((await views.obligations(filter, day('2013-01-01'))).map(({ state }) => state.party)).toStrictEqual(found)
  })

  // The rehearsal clock records at midnight in UTC of its day; at the seat that is an hour or two later on the same day.
  it.each([
    { asOf: '2012-06-13', status: undefined, why: 'nothing was known yet' },
    { asOf: '2012-06-14', status: 'open', why: 'opened that day' },
    { asOf: '2013-02-19', status: 'open', why: 'the report came a day later' },
    { asOf: '2013-02-20', status: 'discharged', why: 'the report came that day' },
    { asOf: '2014-01-09', status: 'discharged', why: 'it was returned a day later' },
    { asOf: '2014-01-10', status: 'open', why: 'it was returned that day' },
    { asOf: '2030-01-01', status: 'discharged', why: 'all that is recorded' },
  ])('know France as $status at the end of $asOf: $why', async ({ asOf, status }) => {
    const [france] = await views.obligations({ member: 'FRA' }, day(asOf))
    expect(france?.state.status).toBe(status)
  })

  it('know one state of an obligation whose event was the day’s last', async () => {
    const known = async (asOf: string) => (await views.obligations({ member: 'MEX' }, day(asOf))).map(({ state }) => state.circumstancesStated)
    expect(await known('2013-05-19')).toStrictEqual([false])
    expect(await known('2013-05-20')).toStrictEqual([true])
  })

  it('know as of a day what a fold of the events recorded until then knows', async () => {
    const { histories } = await small.log.read([stream.obligation(idOf('KEN'))])
    const until = histories[0]?.events.filter(({ recordedAt }) => recordedAt < '2013-10-01') ?? []
    const [kenya] = await views.obligations({ member: 'KEN' }, day('2013-09-30'))
    expect(kenya?.state).toStrictEqual(foldObligation({ events: until }))
    expect(until.length).toBeLessThan(histories[0]?.events.length ?? 0)
  })

  it('show letters in order of issue, and those of one obligation', async () => {
    const { histories } = await small.log.read([stream.letter('ilo:FRA:2014-02-10:1')])
    const letters = await views.letters()
    expect(letters.map(({ id }) => id)).toStrictEqual(['ilo:FRA:2014-02-10:1', 'ilo:MEX:2014-02-10:1'])
    expect(letters[0]?.letter).toStrictEqual(foldLetter(histories[0]))
    expect((await views.letters(idOf('MEX'))).map(({ letter }) => letter.outcome)).toStrictEqual(['pending'])
  })

  it('give an obligation’s own events and those of its letters, as the log gives them', async () => {
    const all = await small.log.readFrom(0, 1_000)
    const expected = all.filter(({ stream: name }) => name === 'obligation/ilo:R202:submission:FRA' || name === 'letter/ilo:FRA:2014-02-10:1')
    expect(await views.history(idOf('FRA'))).toStrictEqual(expected)
    expect(expected.at(-1)?.type).toBe('LetterAccepted')
  })

  it('give the events of what an obligation rests on, by its own id', async () => {
    const all = await small.log.readFrom(0, 1_000)
    for (const name of ['instrument/ilo:R202', 'session/ilo:ilc-101', 'organization/ilo']) {
      const expected = all.filter((event) => event.stream === name)
      expect(expected.length).toBeGreaterThan(0)
      expect(await views.history(name.slice(name.indexOf('/') + 1))).toStrictEqual(expected)
    }
  })

  it('show cycles with the instrument’s title, sessions and instruments', async () => {
    const [cycle] = await views.cycles()
    expect(cycle).toMatchObject({ id: 'ilo:r202', title: { fr: 'R202 (fr)' }, cycle: { status: 'open', synthetic: true, parties: ['FRA', 'KEN', 'MEX'] } })
    expect(await views.sessions()).toMatchObject([{ id: 'ilo:ilc-101', session: { status: 'closed', closing: { date: '2012-06-14' }, cycles: ['ilo:r202'] } }])
    expect(await views.instruments()).toMatchObject([{ id: 'ilo:R202', instrument: { code: 'R202', adoptedOn: '2012-06-14' } }])
  })

  it('are brought up to the head by a process that answers once, and append nothing to the log', async () => {
    const head = await small.log.head()
    expect(await views.position()).toBe(head)
    await issueLetter(small, { id: 'ilo:KEN:2014-02-10:1', kind: 'request', obligations: [idOf('KEN')], on: day('2014-02-10'), accepted: true })
    expect((await views.letters(idOf('KEN'))).map(({ letter }) => letter.outcome)).toStrictEqual(['accepted'])
    expect(await views.position()).toBe(head + 3)
    expect(await small.log.head()).toBe(head + 3)
  })

  it('take a text that JSON allows and PostgreSQL’s own JSON refuses', async () => {
    const title = { en: 'a\u0000b', fr: '', es: '', ar: '' }
    const adopted = { organization: 'ilo', code: 'R203', kind: 'recommendation', title, session: 'ilo:ilc-101', status: 'confirmed', source: [] }
    const opened = { organization: 'ilo', instrument: 'R203', session: 'ilo:ilc-101', trackedFrom: '2012-06-14', synthetic: true, parties: [], kinds: [] }
    const streams = [
      { stream: stream.instrument('ilo:R203'), atVersion: 0, events: [{ type: 'InstrumentAdopted', occurredOn: day('2012-06-14'), data: adopted }] },
      { stream: stream.cycle('ilo:r203'), atVersion: 0, events: [{ type: 'CycleOpened', occurredOn: day('2012-06-14'), data: opened }] },
    ]
    await small.log.append({ commandId: 'odd', actor: { role: 'secretariat', id: 'secretariat' }, streams })
    expect((await views.cycles()).map((row) => row.title.en)).toStrictEqual(['R202 (en)', 'a\u0000b'])
  })
})
