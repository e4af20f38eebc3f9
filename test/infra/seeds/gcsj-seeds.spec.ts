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

const gcsj = () => ilo.plans.find(({ plan }) => plan.code === 'gcsj') ?? expect.fail('there is no gcsj')
const row = (id: string) => gcsj().rows.find((one) => one.id === id) ?? expect.fail(`there is no row ${id}`)
const followed = () => gcsj().rows.flatMap(({ id, followed, timing }) => followed.map((one) => ({ id, own: one.timing ?? timing, ...one })))

describe('the paper on the Global Coalition', () => {
  it('has its draft decision as two points, the second with two requests', () =>
    expect(
      gcsj()
        .rows.map(({ id }) => id)
        .filter((id) => id.startsWith('§31')),
    ).toStrictEqual(['§31(a)', '§31(b)(1)', '§31(b)(2)']))

  it('follows the launch at the 111th Session once, from the decision', () => {
    expect(row('§31(a)')).toMatchObject({
      timing: { parsed: { shape: 'session', session: 'ilc-111' } },
      followed: [{ kind: 'session-act', party: 'office', occurrence: 'ilc-111' }],
    })
    expect(['§2(2)', '§29(1)'].map((id) => row(id).followedUnder)).toStrictEqual([['§31(a)'], ['§31(a)']])
  })

  it('follows the report to the 349th Session once, and dates no other', () => {
    expect(followed().flatMap(({ id, kind, occurrence }) => (kind === 'governing-body-report' ? [[id, occurrence]] : []))).toStrictEqual([
      ['§31(b)(2)', 'gb-349'],
    ])
    expect(row('§31(b)(2)').timing.parsed).toStrictEqual({ shape: 'session', session: 'gb-349' })
    expect(row('§2(4)').followedUnder).toStrictEqual(['§31(b)(2)'])
  })

  it('leaves what is periodic without a day: an undertaking, as printed', () =>
    expect(['§26(3)', '§21(2)'].map((id) => [row(id).timing.printed, row(id).timing.parsed, row(id).followed.map(({ kind }) => kind)])).toStrictEqual([
      ['تقارير دورية', { shape: 'none' }, ['undertaking']],
      ['تقرير دوري', { shape: 'none' }, ['undertaking']],
    ]))

  it('dates besides only the summit of 2025, the report of the Director-General and the biennium 2024-2025', () =>
    expect(
      followed()
        .flatMap(({ id, kind, own }) => (own.parsed.shape === 'none' ? [] : [`${id} ${kind}`]))
        .toSorted(),
    ).toStrictEqual(['§10(2) output', '§29(2) session-act', '§30(2) output', '§31(a) session-act', '§31(b)(2) governing-body-report']))

  it('reads the biennium that is stored last part first, and says so', () =>
    expect(row('§30(2)').timing).toMatchObject({ printed: '2025-2024', parsed: { shape: 'years', from: 2024, to: 2025 }, reversed: true }))

  it('charges the coordinating group with methods, ways of taking part and accountability', () => {
    expect(row('§27(2)').followed.map(({ party, occurrence }) => [party, occurrence])).toStrictEqual([
      ['coordinating-group', 'working-methods'],
      ['coordinating-group', 'participation'],
      ['coordinating-group', 'accountability'],
    ])
    expect(ilo.organization.units.find(({ code }) => code === 'coordinating-group')?.name.ar).toMatch(/التحالف العالمي/)
  })

  it('has who may take part as rules, and only the approval process as something to set up', () =>
    expect(['§25(1)', '§25(2)', '§25(3)'].map((id) => row(id).followed.length)).toStrictEqual([0, 0, 1]))

  it('has six themes and four functions, and something followed under each', () => {
    const ids = gcsj().plan.components.map(({ id }) => id)
    expect(ids).toStrictEqual([...[1, 2, 3, 4, 5, 6].map((number) => `theme-${number}`), ...[1, 2, 3, 4].map((number) => `function-${number}`)])
    expect(ids.filter((id) => !gcsj().rows.some(({ component, followed }) => component === id && followed.length > 0))).toStrictEqual([])
  })

  it('opens with the session inferred for its draft decision, and has no end', () =>
    expect(gcsj().plan).toMatchObject({
      decision: { session: 'gb-347', decisionStatus: 'draft', status: 'inferred' },
      opens: { date: ilo.sessions.find(({ code }) => code === 'gb-347')?.closes?.date, status: 'inferred' },
      horizon: { until: null },
      review: { productDefault: true },
    }))

  it('says of everything asked in the place of the Coalition that this is inferred', () => {
    const ofCoalition = followed().filter(({ id, party }) => /^§(10\(2\)|1[3-8]|2[1-4])/.test(id) && party === 'office')
    expect(ofCoalition.length).toBeGreaterThan(12)
    expect(ofCoalition.filter(({ note }) => !note?.includes('inferred'))).toStrictEqual([])
  })

  it('quotes each row in Arabic in reading order: no number or stop at the head of it, no bracket the wrong way round', () => {
    for (const { id, printed, wording } of gcsj().rows) {
      expect([id, /^\p{Script=Arabic}{2}/u.test(printed.text), printed.language]).toStrictEqual([id, true, 'ar'])
      expect([id, /\d\p{Script=Arabic}|\p{Script=Arabic}\d/u.test(printed.text), (printed.text.match(/\(/g) ?? []).length]).toStrictEqual([
        id,
        false,
        (printed.text.match(/\([^()]*\)/g) ?? []).length,
      ])
      expect([id, languages.filter((each) => each !== 'ar' && (wording[each] ?? '').length > 20)]).toStrictEqual([id, ['en', 'fr', 'es']])
    }
  })

  it('has a row for each paragraph from 10 to 31', () => {
    const paragraphs = new Set(gcsj().rows.map(({ id }) => Number(/^§(\d+)/.exec(id)?.[1])))
    expect(Array.from({ length: 22 }, (_, index) => index + 10).filter((paragraph) => !paragraphs.has(paragraph))).toStrictEqual([])
  })

  it('lists what does not reconcile, about rows that it has', () => {
    const own = ilo.discrepancies.filter(({ document }) => document === 'GCSJ')
    expect(own.length).toBeGreaterThan(0)
    expect(own.flatMap(({ rows }) => rows).filter((id) => !gcsj().rows.some((one) => one.id === id))).toStrictEqual([])
  })
})
