import { beforeAll, describe, expect, it } from 'vitest'
import { languages } from '../../../domain/languages.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import type { OrganizationSeeds } from '../../../infra/seeds/seeds.ts'
import { realSeeds, today } from './seeds-copy.ts'

let ilo: OrganizationSeeds

beforeAll(async () => {
  const { organizations } = await loadSeeds(realSeeds, today)
  ilo = organizations.find(({ organization }) => organization.code === 'ilo') ?? expect.fail('there is no ilo')
})

const sse = () => ilo.plans.find(({ plan }) => plan.code === 'sse') ?? expect.fail('there is no sse')
const row = (id: string) => sse().rows.find((one) => one.id === id) ?? expect.fail(`there is no row ${id}`)
const inTable = () => sse().rows.filter(({ id }) => /^\d/.test(id))
const codes = (id: string, column: string) => row(id).links[column]?.codes
const discrepancy = (id: string) => ilo.discrepancies.find((one) => one.id === id) ?? expect.fail(`there is no ${id}`)

const outcomes = { '1.1': 1, '1.2': 4, '1.3': 1, '2.1': 2, '2.2': 1, '2.3': 1, '3.1': 2, '3.2': 4, '3.3': 1 }

describe('the strategy on the social and solidarity economy', () => {
  it('has the 17 rows of its plan, outcome by outcome, in the order of print', () => {
    const expected = Object.entries(outcomes).flatMap(([outcome, count]) => Array.from({ length: count }, (_, index) => `${outcome}-${index + 1}`))
    expect(expected).toHaveLength(17)
    expect(inTable().map(({ id, component, idIsOurs }) => ({ id, component, idIsOurs }))).toStrictEqual(
      expected.map((id) => ({ id, component: id.split('-')[0], idIsOurs: true })),
    )
  })

  it('follows each row as one output of the Office, by the last year of its time frame', () => {
    expect(inTable().map(({ followed }) => followed.map(({ kind, party }) => `${kind} of ${party}`))).toStrictEqual(
      Array.from({ length: 17 }, () => ['output of office']),
    )
    const until = (year: number) => inTable().filter(({ timing: { parsed } }) => parsed.shape === 'years' && parsed.to === year).length
    expect([until(2029), until(2028)]).toStrictEqual([13, 2])
  })

  it.each([
    { id: '1.1-1', printed: '2023-29', parsed: { shape: 'years', from: 2023, to: 2029 } },
    { id: '1.2-1', printed: '2023', parsed: { shape: 'year', year: 2023 } },
    { id: '1.2-2', printed: '2023', parsed: { shape: 'year', year: 2023 } },
    { id: '1.2-3', printed: '2023-28', parsed: { shape: 'years', from: 2023, to: 2028 } },
    { id: '1.2-4', printed: '2023-28', parsed: { shape: 'years', from: 2023, to: 2028 } },
  ])('times row $id as printed, $printed', ({ id, printed, parsed }) => expect(row(id).timing).toMatchObject({ printed, parsed, reversed: false }))

  it.each([
    { id: '1.1-1', points: ['7(a)', '16(b)'], programme: ['A.2', '4.1'] },
    { id: '1.3-1', points: ['6(b)', '16(b)', '16(c)'], programme: ['A.2', 'A.3'] },
    { id: '2.3-1', points: ['9(m)', '9(n)', '11', '16(a)', '16(g)'], programme: ['4.2', '4.3', '5.3'] },
    { id: '3.2-3', points: ['16(d)', '16(i)'], programme: ['B.1', 'C.3'] },
    { id: '3.2-4', points: ['16(j)'], programme: ['C.4'] },
  ])('links row $id to the points and outputs printed beside it', ({ id, points, programme }) => {
    expect(codes(id, 'points')).toStrictEqual(points)
    expect(codes(id, 'programme')).toStrictEqual(programme)
  })

  it('serves each of the points 16(a) to 16(l), the longest row 24 points in 17 outputs', () => {
    const served = new Set(inTable().flatMap(({ links }) => links.points?.codes ?? []))
    expect([...'abcdefghijkl'].filter((letter) => !served.has(`16(${letter})`))).toStrictEqual([])
    expect([codes('2.1-1', 'points')?.length, codes('2.1-1', 'programme')?.length]).toStrictEqual([24, 17])
  })

  it('keeps beside the codes the cell that they were read from', () => {
    const read = (text: string | undefined) => (text ?? '').split(/[ ,]+/)
    for (const { id, links } of inTable()) {
      expect([id, read(links.points?.printed)]).toStrictEqual([id, links.points?.codes])
      expect([id, read(links.programme?.printed)]).toStrictEqual([id, links.programme?.codes])
    }
  })

  it('leads to the Global Coalition from the row that names it, and from no other', () => {
    expect(inTable().flatMap(({ id, links }) => (links.cycle === undefined ? [] : [[id, links.cycle.codes]]))).toStrictEqual([['3.1-2', ['gcsj']]])
    expect(ilo.plans.map(({ plan }) => plan.code)).toContain('gcsj')
  })

  it('states 37.5 for objectives of 15.6, 17.2 and 7.4, and has the sum computed, not corrected', () => {
    const { plan } = sse()
    expect(plan.resources?.amount).toBe(37.5)
    expect(plan.components.flatMap(({ id, resources }) => (resources === undefined ? [] : [[id, resources.amount]]))).toStrictEqual([
      ['1', 15.6],
      ['2', 17.2],
      ['3', 7.4],
    ])
    expect(discrepancy('sse-resources-sum')).toMatchObject({ computed: { sumOf: 'components' }, document: 'SSE' })
  })

  it('names the three objectives and nine outcomes', () =>
    expect(sse().plan.components.map(({ id }) => id)).toStrictEqual(['1', '2', '3', ...Object.keys(outcomes)]))

  it('opens from a draft decision of the 346th Session, at its closing, for 2023 to 2029', () =>
    expect(sse().plan).toMatchObject({
      decision: { session: 'gb-346', paragraph: '30', decisionStatus: 'draft' },
      opens: { date: ilo.sessions.find(({ code }) => code === 'gb-346')?.closes?.date, status: 'inferred' },
      horizon: { from: '2023-01-01', until: '2029-12-31' },
      review: { productDefault: true, source: [] },
    }))

  it('has the strategy itself as a report to the 346th Session, given on the day that it bears', () =>
    expect(row('§1(2)').followed).toMatchObject([
      { kind: 'governing-body-report', party: 'office', occurrence: 'gb-346', done: { on: '2022-09-29', printed: '٢٩ أيلول/سبتمبر ٢٠٢٢' } },
    ]))

  it('asks for a schedule at each of two conferences of statisticians, five years apart', () =>
    expect(row('§10(4)').followed.map(({ occurrence, timing }) => [occurrence, timing?.parsed])).toStrictEqual([
      ['2023', { shape: 'year', year: 2023 }],
      ['2028', { shape: 'year', year: 2028 }],
    ]))

  it('dates no report, review or evaluation: none is printed', () => {
    const later = sse().rows.flatMap(({ id, followed }) => followed.filter(({ kind }) => kind === 'governing-body-report').map(() => id))
    expect(later).toStrictEqual(['§1(2)'])
  })

  it('has a row for each paragraph from 7 to 30, and each of the five fields of coherence', () => {
    const paragraphs = new Set(sse().rows.map(({ id }) => Number(/^§(\d+)/.exec(id)?.[1])))
    expect(Array.from({ length: 24 }, (_, index) => index + 7).filter((paragraph) => !paragraphs.has(paragraph))).toStrictEqual([])
    expect(['a', 'b', 'c', 'd', 'e'].map((letter) => row(`§24(${letter})`).followed.map(({ kind }) => kind))).toStrictEqual(
      Array.from({ length: 5 }, () => ['undertaking']),
    )
  })

  it('follows in prose what no row of the plan carries, and the rest under its row', () => {
    expect(row('§9(2)').followed).toHaveLength(1)
    expect(row('§27(2)').followedUnder).toStrictEqual(['3.2-4'])
    expect(row('§29(2)').followed).toMatchObject([{ kind: 'undertaking', party: 'office' }])
    expect(row('3.2-4').followed).toMatchObject([{ responsible: 'Cooperatives Unit' }])
  })

  it('quotes each row in Arabic, whole, beside three wordings of its own', () => {
    for (const { id, printed, wording, source } of sse().rows) {
      expect([id, /^[^a-z]*\p{Script=Arabic}{2}/u.test(printed.text), printed.language]).toStrictEqual([id, true, 'ar'])
      expect([id, languages.filter((each) => each !== 'ar' && (wording[each] ?? '').length > 20)]).toStrictEqual([id, ['en', 'fr', 'es']])
      expect([id, source[0]?.title.includes('social and solidarity economy')]).toStrictEqual([id, true])
    }
  })

  it('lists what it prints that does not reconcile, about rows that it has', () => {
    const own = ilo.discrepancies.filter(({ document }) => document === 'SSE')
    expect(own.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['sse-resources-sum', 'sse-financial-implications', 'sse-programme-column-heads', 'sse-session-346-months']),
    )
    expect(own.flatMap(({ rows }) => rows).filter((id) => !sse().rows.some((one) => one.id === id))).toStrictEqual([])
  })
})
