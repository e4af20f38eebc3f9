import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { realSeeds, today } from './seeds-copy.ts'

type Timing = { printed: string | null; parsed: Record<string, unknown>; reversed?: boolean }
type Followed = { kind: string; party: string; occurrence?: string; timing?: Timing; target?: { atLeast: number; observed?: object[] }; done?: object }
type Row = {
  id: string
  component?: string
  printed: { language: string; text: string }
  wording: Record<string, string>
  timing: Timing
  links?: Record<string, { codes: string[]; printed: string }>
  followed?: Followed[]
  followedUnder?: string[]
}
type Plan = {
  decision: object
  opens: object
  horizon: object
  components: { id: string; resources: { amount: number } }[]
  resources: { amount: number }
  rows: { count: number }
}
type Discrepancy = { id: string; rows: string[]; printed: { value: string }[]; computed: unknown }

let plan: Plan
let annex: readonly Row[]
let all: readonly Row[]
let discrepancies: readonly Discrepancy[]

const read = async (path: string) => parse(await readFile(join(realSeeds, 'ilo', path), 'utf8')) as unknown

beforeAll(async () => {
  plan = (await read('cycles/sp/plan.yaml')) as Plan
  annex = (await read('cycles/sp/rows/annex.yaml')) as Row[]
  const prose = await Promise.all(['commitments', 'cycle', 'decision'].map((name) => read(`cycles/sp/rows/${name}.yaml`)))
  all = [...annex, ...(prose as Row[][]).flat()]
  discrepancies = (await read('discrepancies/sp.yaml')) as Discrepancy[]
})

const row = (id: string) => all.find((one) => one.id === id) ?? expect.fail(`there is no row ${id}`)
const followed = (id: string) => row(id).followed ?? []
const codes = (id: string, column: string) => row(id).links?.[column]?.codes
const ofKind = (kind: string) => all.flatMap(({ id, followed = [] }) => followed.filter((one) => one.kind === kind).map((one) => ({ id, ...one })))

const western = (text: string) => text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
/** `٣-١` is 1.3: stored last part first. The targets ١(أ) and ١(ب) are 1.a and 1.b. */
const dottedCodesIn = (stored: string) => [
  ...[...western(stored).matchAll(/(\d+)-(\d+)/g)].map(([, last, first]) => `${first}.${last}`),
  ...[...western(stored).matchAll(/(\d+)\((أ|ب)\)/g)].map(([, goal, letter]) => `${goal}.${letter === 'أ' ? 'a' : 'b'}`),
]

describe('the seeds of the plan on social protection', () => {
  it('are accepted with all others', async () => expect((await loadSeeds(realSeeds, today)).organizations.length).toBeGreaterThan(0))

  it('hold each row of the annex, in the order of print', () => {
    const expected = [16, 9, 5, 5, 6].flatMap((count, component) => Array.from({ length: count }, (_, order) => `${component + 1}.${order + 1}`))
    expect(annex.map(({ id }) => id)).toStrictEqual(expected)
    expect(plan.rows.count).toBe(41)
    for (const { id, component } of annex) expect(component).toBe(id.split('.')[0])
  })

  it('hold each paragraph from 1 to 28', () => {
    const paragraphs = new Set(all.flatMap(({ id }) => /^§(\d+)/.exec(id)?.[1] ?? []).map(Number))
    expect([...paragraphs].toSorted((a, b) => a - b)).toStrictEqual(Array.from({ length: 28 }, (_, index) => index + 1))
  })

  it('print each row in Arabic, in their own words in three languages, and name no row twice', () => {
    for (const { printed, wording } of all) {
      expect([printed.language, /\p{Script=Arabic}/u.test(printed.text)]).toStrictEqual(['ar', true])
      expect(Object.keys(wording)).toStrictEqual(['en', 'fr', 'es'])
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('follow a row elsewhere only where that row is followed', () => {
    const elsewhere = all.flatMap(({ followedUnder = [] }) => followedUnder)
    expect(elsewhere.length).toBeGreaterThan(0)
    for (const id of elsewhere) expect([id, followed(id).length > 0]).toStrictEqual([id, true])
  })

  it('give the five components amounts that add up to the total stated', () => {
    expect(plan.components.map(({ resources }) => resources.amount)).toStrictEqual([190, 20, 15, 8, 4])
    expect(plan.components.reduce((sum, { resources }) => sum + resources.amount, 0)).toBe(plan.resources.amount)
  })

  it('open the plan at the end of the session that had a draft decision before it', () => {
    expect(plan.decision).toMatchObject({ session: 'gb-343', paragraph: '28', decisionStatus: 'draft' })
    expect(plan.opens).toMatchObject({ date: '2021-11-12', status: 'inferred' })
    expect(plan.horizon).toMatchObject({ from: '2021-01-01', until: '2026-12-31' })
  })
})

describe('the timings of the annex', () => {
  it('run from 2021 to 2026, stored last part first, in all rows but four', () => {
    const others = annex.filter(({ timing }) => timing.printed !== '٢٠٢٦-٢٠٢١').map(({ id, timing }) => [id, timing.printed, timing.parsed, timing.reversed])
    expect(others).toStrictEqual([
      ['1.14', '٢٠٢٤-٢٠٢٢', { shape: 'years', from: 2022, to: 2024 }, true],
      ['2.3', '٢٠٢٣-٢٠٢٢', { shape: 'years', from: 2022, to: 2023 }, true],
      ['3.5', '٢٠٢٦-٢٠٢٥', { shape: 'years', from: 2025, to: 2026 }, true],
      ['5.6', '٢٠٢٢', { shape: 'year', year: 2022 }, undefined],
    ])
    for (const { timing } of annex.filter(({ timing }) => timing.printed === '٢٠٢٦-٢٠٢١'))
      expect(timing).toMatchObject({ parsed: { shape: 'years', from: 2021, to: 2026 }, reversed: true })
  })

  it('ask for two editions of the report, the second after the end of the plan', () =>
    expect(followed('2.1').map(({ occurrence, timing }) => [occurrence, timing?.parsed])).toStrictEqual([
      ['2023-2025', { shape: 'years', from: 2023, to: 2025 }],
      ['2026-2028', { shape: 'years', from: 2026, to: 2028 }],
    ]))

  it('ask for one input each year to the reports of the Secretary-General', () =>
    expect(followed('2.5').map(({ kind, occurrence, timing }) => [kind, occurrence, timing?.parsed])).toStrictEqual([
      ['event', undefined, { shape: 'every-year', from: 2021, to: 2026 }],
    ]))
})

describe('the links of the annex', () => {
  it('are read from the stored text and lose no code', () => {
    for (const { id, links } of annex)
      for (const column of ['programme', 'sdg']) {
        const { codes = [], printed = '' } = links?.[column] ?? {}
        expect([id, column, codes.toSorted()]).toStrictEqual([id, column, dottedCodesIn(printed).toSorted()])
      }
  })

  it('hold the five common targets in each row but 2.5', () => {
    const without = annex.filter(({ id }) => !['1.3', '3.8', '5.4', '8.5', '10.4'].every((target) => codes(id, 'sdg')?.includes(target)))
    expect(without.map(({ id }) => id)).toStrictEqual(['2.5'])
  })

  it.each([
    { id: '1.1', column: 'programme', expected: ['8.1', '8.2', '8.3', '2.1', '2.2', '3.3', '6.1', '6.2', '6.4', '1.4'] },
    { id: '1.3', column: 'framework', expected: ['17(a)', '17(b)', '17(c)', '17(f)', '17(j)', '18(a)', '18(c)', '20(b)'] },
    { id: '1.8', column: 'framework', expected: ['17(a)', '17(b)', '17(c)', '17(d)'] },
    { id: '1.9', column: 'framework', expected: ['17(e)', '20(a)'] },
    { id: '1.12', column: 'sdg', expected: ['1.3', '3.8', '5.4', '8.5', '10.4', '1.a', '1.b', '17.1'] },
    { id: '2.6', column: 'framework', expected: ['18(c)', '17(i)', '17(j)', '17(k)', '20(d)', '20(e)'] },
    { id: '4.3', column: 'programme', expected: ['8.1', '8.3', '2.1', '2.2', '7.4'] },
    { id: '5.2', column: 'framework', expected: ['20(a)', '21(f)', '20(a)', '20(e)'] },
  ])('of row $id to the $column are $expected', ({ id, column, expected }) => expect(codes(id, column)).toStrictEqual(expected))

  it('keep the stray letter of row 1.3 as printed and make no target of it', () => {
    expect(row('1.3').links?.sdg?.printed).toMatch(/^٣-١ \(ي\) /)
    expect(codes('1.3', 'sdg')).toStrictEqual(['1.3', '3.8', '5.4', '8.5', '10.4'])
  })

  it('name no paragraph 19(a)', () => expect(annex.flatMap(({ id }) => codes(id, 'framework') ?? [])).not.toContain('19(a)'))
})

describe('what the plan promises', () => {
  it('counts ratifications once and the two figures of fifty apart', () =>
    expect(ofKind('indicator').map(({ id, target }) => [id, target?.atLeast])).toStrictEqual([
      ['3.2', 50],
      ['4.4', 70],
      ['§15', 50],
    ]))

  it('starts from 59 ratifications in 2021', () =>
    expect(followed('4.4').flatMap(({ target }) => target?.observed ?? [])).toMatchObject([{ value: 59, on: '2021-10-08', status: 'inferred' }]))

  it('is run, coordinated, monitored and supported by its own group', () => {
    expect(followed('§23').map(({ kind, party }) => `${kind} of ${party}`)).toStrictEqual(Array(4).fill('undertaking of sp-coordination-group'))
    expect(all.filter(({ followed = [] }) => followed.some(({ party }) => party !== 'office')).map(({ id }) => id)).toStrictEqual(['§23'])
  })

  it('comes before the Governing Body as a plan and in the reports on implementation, each at its session', () => {
    const reports = ofKind('governing-body-report').map(({ id, occurrence, timing }) => [id, occurrence, (timing ?? row(id).timing).parsed])
    expect(reports).toStrictEqual([
      ['§2(1)', 'gb-343', { shape: 'session', session: 'gb-343' }],
      ...['gb-344', 'gb-350', 'gb-356'].map((session) => ['§24(1)', session, { shape: 'session', session }]),
    ])
    expect(followed('§2(1)')[0]?.done).toMatchObject({ on: '2021-10-08' })
  })

  it('has no day for the next recurrent discussion', () =>
    expect(ofKind('recurrent-discussion').map(({ id, timing }) => [id, timing?.parsed])).toStrictEqual([['§24(2)', { shape: 'none' }]]))
})

const asListed = `
  sp-cover-financial-implications sp-cover-two-biennia sp-16-4-4-at-least-70 sp-15-3-2-at-least-50 sp-2-1-edition-outlives-plan sp-2-5-indicator-called-goal
  sp-3-5-evaluation-2025 sp-5-2-20a-twice sp-annex-19a-unnamed sp-annex-programme-2022-2023 sp-gcsj-outcome-8
`

describe('what the plan prints that does not reconcile', () => {
  it('names only rows that are there', () => {
    const named = discrepancies.flatMap(({ rows }) => rows)
    expect(named.length).toBeGreaterThan(0)
    for (const id of named) expect(row(id).id).toBe(id)
  })

  it.each(asListed.trim().split(/\s+/))('holds %s', (id) => expect(discrepancies.map((one) => one.id)).toContain(id))

  it('has the total checked against the components', () =>
    expect(discrepancies.find(({ id }) => id === 'sp-total-237')).toMatchObject({
      printed: [{ value: '237' }, {}, {}, {}, {}, {}],
      computed: { sumOf: 'components' },
    }))
})
