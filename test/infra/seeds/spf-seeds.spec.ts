import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { realSeeds, today } from './seeds-copy.ts'

type Timing = { printed: string | null; parsed: Record<string, unknown>; reversed?: boolean; status: string }
type Followed = {
  kind: string
  party: string
  responsible?: string
  occurrence?: string
  timing?: Timing
  target?: { atLeast: number; observed?: object[] }
  done?: object
}
type Row = {
  id: string
  component?: string
  printed: { language: string; text: string }
  wording: Record<string, string>
  timing: Timing
  links?: Record<string, { codes: string[]; printed?: string }>
  followed?: Followed[]
  followedUnder?: string[]
  nothingToFollow?: string
}
type Discrepancy = { id: string; rows: string[]; printed: { value: string }[] }

let plan: { decision: object; opens: object; horizon: object; components: { id: string }[]; rows: { count: number } }
let matrix: readonly Row[]
let all: readonly Row[]
let discrepancies: readonly Discrepancy[]

const read = async (path: string) => parse(await readFile(join(realSeeds, 'ilo', path), 'utf8')) as unknown

beforeAll(async () => {
  plan = (await read('cycles/spf/plan.yaml')) as typeof plan
  matrix = (await read('cycles/spf/rows/matrix.yaml')) as Row[]
  const files = await readdir(join(realSeeds, 'ilo/cycles/spf/rows'))
  all = ((await Promise.all(files.map((name) => read(`cycles/spf/rows/${name}`)))) as Row[][]).flat()
  discrepancies = (await read('discrepancies/spf.yaml')) as Discrepancy[]
})

const row = (id: string) => all.find((one) => one.id === id) ?? expect.fail(`there is no row ${id}`)
const followed = (id: string) => row(id).followed ?? []
/** What is owed under a row, with its own timing or the row's. */
const owed = (id: string) => followed(id).map(({ kind, occurrence, timing }) => [kind, occurrence, (timing ?? row(id).timing).parsed])

const inOrder = [
  ...['I-1', 'I-2', 'I-3', 'I-4', 'I-5', 'II-1', 'II-2(i)', 'II-2(ii)', 'II-2(iii)', 'II-2(iv)', 'II-2(v)', 'II-2(vi)', 'II-3', 'III-1', 'III-2', 'III-3'],
  ...['IV-1(i)', 'IV-1(ii)', 'IV-2(i)', 'IV-2(ii)', 'V-1', 'V-2(i)', 'V-2(ii)', 'V-3', 'V-4'],
]
const years = (from: number, to: number) => ({ shape: 'years', from, to })
const year = (one: number) => ({ shape: 'year', year: one })

describe('the seeds of the plan of action 2011-2019', () => {
  it('are accepted with all others', async () => expect((await loadSeeds(realSeeds, today)).organizations.length).toBeGreaterThan(0))

  it('hold each of the 25 rows of the matrix, in the order of print', () => {
    expect(matrix.map(({ id }) => id)).toStrictEqual(inOrder)
    expect(plan.rows.count).toBe(25)
    for (const { id, component } of matrix) expect(component).toBe(id.split('-')[0])
  })

  it('hold each paragraph from 1 to 32', () => {
    const paragraphs = new Set(all.flatMap(({ id }) => /^§(\d+)/.exec(id)?.[1] ?? []).map(Number))
    expect([...paragraphs].toSorted((a, b) => a - b)).toStrictEqual(Array.from({ length: 32 }, (_, index) => index + 1))
  })

  it('print each row in Arabic, in their own words in three languages, and name no row twice', () => {
    for (const { printed, wording } of all) {
      expect([printed.language, /\p{Script=Arabic}/u.test(printed.text)]).toStrictEqual(['ar', true])
      expect(Object.keys(wording)).toStrictEqual(['en', 'fr', 'es'])
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  it('follow each row, or say where it is followed or why it is not', () => {
    for (const { id, followed = [], followedUnder = [], nothingToFollow } of all)
      expect([id, followed.length > 0 || followedUnder.length > 0, nothingToFollow === undefined]).toStrictEqual([
        id,
        nothingToFollow === undefined,
        nothingToFollow === undefined,
      ])
  })

  it('let all be owed by the Office, and answered for by the department that the document comes from', () => {
    const who = new Set(all.flatMap(({ followed = [] }) => followed.map(({ party, responsible }) => `${party}, ${responsible}`)))
    expect([...who]).toStrictEqual(['office, Social Security Department'])
  })

  it('open with the adoption of the plan of action by the 312th Session, not with the draft of the 316th', () => {
    expect(plan.decision).toMatchObject({ session: 'gb-312', decisionStatus: 'taken' })
    expect(plan.opens).toMatchObject({ date: '2011-11-30', status: 'month-only' })
    expect(plan.horizon).toMatchObject({ from: '2011-11-30', until: '2019-12-31' })
    expect(plan.components.map(({ id }) => id)).toStrictEqual(['I', 'II', 'III', 'IV', 'V'])
  })
})

describe('the timings of the matrix', () => {
  it.each([
    { id: 'I-1', printed: '٢٠١١-٢٠١٢', parsed: years(2011, 2012) },
    { id: 'I-2', printed: '٢٠١٣-٢٠١٥', parsed: years(2013, 2015) },
    { id: 'I-3', printed: '٢٠١٤-٢٠١٥', parsed: years(2014, 2015) },
    { id: 'I-4', printed: '٢٠١٢-٢٠١٩', parsed: years(2012, 2019) },
    { id: 'I-5', printed: '٢٠١٢', parsed: year(2012) },
    { id: 'II-1', printed: '٢٠١٢-٢٠١٥', parsed: years(2012, 2015) },
    { id: 'II-2(ii)', printed: '٢٠١٣-٢٠١٤', parsed: years(2013, 2014) },
    { id: 'II-2(vi)', printed: '٢٠١١-٢٠١٩', parsed: years(2011, 2019) },
    { id: 'II-3', printed: '-', parsed: { shape: 'other-rows', rows: ['III-1', 'II-2(iv)'] } },
    { id: 'IV-1(i)', printed: '٢٠١٦-٢٠١٧', parsed: years(2016, 2017) },
    { id: 'IV-2(ii)', printed: '٢٠١٣-٢٠١٩', parsed: years(2013, 2019) },
    { id: 'V-1', printed: '٢٠١٢-٢٠١٤', parsed: years(2012, 2014) },
    { id: 'V-2(i)', printed: 'قبل حلول نهاية عام ٢٠١١', parsed: { shape: 'before-end-of', year: 2011 } },
    { id: 'V-2(ii)', printed: 'قبل حلول نهاية عام ٢٠١٤', parsed: { shape: 'before-end-of', year: 2014 } },
  ])('of row $id is $printed', ({ id, printed, parsed }) => expect(row(id).timing).toMatchObject({ printed, parsed }))

  it('are stored last part first in the last two rows alone', () =>
    expect(matrix.filter(({ timing }) => timing.reversed).map(({ id, timing }) => [id, timing.printed, timing.parsed])).toStrictEqual([
      ['V-3', '٢٠١٤-٢٠١٢', years(2012, 2014)],
      ['V-4', '٢٠١٩-٢٠١١', years(2011, 2019)],
    ]))
})

describe('the links of the matrix', () => {
  it('serve 37, 38 and each of 35(a) to 35(q) by one activity', () => {
    const activities = new Map(matrix.map(({ id, links }) => [id.replace(/\(.*$/, ''), links?.serves?.codes ?? []]))
    const letters = Array.from('abcdefghijklmnopq', (letter) => `35(${letter})`)
    expect([...activities.values()].flat().toSorted()).toStrictEqual(['37', '38', ...letters].toSorted())
  })

  it('name an activity for Recommendation No. 202 in all rows but two', () =>
    expect(matrix.filter(({ links }) => links?.instrument === undefined).map(({ id }) => id)).toStrictEqual(['I-2', 'V-4']))

  it('keep the reference to a row that does not exist', () => expect(row('IV-2(ii)').links?.rows?.codes).toStrictEqual(['III-2(iv)', 'I-3']))
})

describe('what is owed under the matrix', () => {
  it.each([
    {
      id: 'I-1',
      expected: [
        ['output', undefined, year(2012)],
        ['governing-body-report', 'gb-316', { shape: 'session', session: 'gb-316' }],
      ],
    },
    {
      id: 'I-3',
      expected: [
        ['output', 'i', year(2014)],
        ['output', 'ii', year(2015)],
      ],
    },
    {
      id: 'I-4',
      expected: [
        ['event', undefined, { shape: 'every-year', from: 2012, to: 2019 }],
        ['indicator', undefined, year(2019)],
      ],
    },
    {
      id: 'II-2(i)',
      expected: [
        ['output', undefined, years(2011, 2019)],
        ['output', '2012', year(2012)],
      ],
    },
    {
      id: 'II-2(v)',
      expected: [
        ['output', undefined, years(2012, 2013)],
        ['output', '2012', year(2012)],
      ],
    },
    { id: 'II-3', expected: [] },
    {
      id: 'III-1',
      expected: [
        ['output', undefined, years(2011, 2019)],
        ['output', '2012', { shape: 'half-year', year: 2012, half: 2 }],
      ],
    },
    {
      id: 'III-2',
      expected: [
        ['output', undefined, years(2014, 2015)],
        ['output', '2014', year(2014)],
      ],
    },
    {
      id: 'V-1',
      expected: [
        ['output', undefined, years(2012, 2014)],
        ['output', '2012', { shape: 'half-year', year: 2012, half: 2 }],
        ['output', '2013', year(2013)],
      ],
    },
  ])('$id owes what it prints', ({ id, expected }) => expect(owed(id)).toStrictEqual(expected))

  it('has one row for the discussion of November 2012, which two rows print', () => {
    const owners = all.filter(({ followed = [] }) => followed.some(({ kind }) => kind === 'governing-body-report')).map(({ id }) => id)
    expect(owners).toStrictEqual(['I-1'])
    expect(row('I-5').followedUnder).toContain('I-1')
  })

  it('asks for 60 ratifications, of which 59 are counted in 2021', () => {
    const target = followed('I-4').find(({ kind }) => kind === 'indicator')?.target
    expect(target).toMatchObject({ atLeast: 60, observed: [{ value: 59, on: '2021-10-08', status: 'inferred' }] })
  })

  it('knows from the document itself that the memorandum was signed in March 2012', () =>
    expect(followed('V-2(i)')[0]?.done).toMatchObject({ on: '2012-03-31', printed: 'الموقعة في آذار/ مارس ٢٠١٢', status: 'month-only' }))
})

describe('what the prose owes', () => {
  it.each([
    { id: '§14(2)', printed: 'في خريف عام ٢٠١٢', expected: [['output', undefined, { shape: 'season', year: 2012, season: 'autumn' }]] },
    { id: '§16(3)', printed: 'خلال العامين القادمين', expected: [['output', undefined, { shape: 'span', from: '2012-10-05', years: 2 }]] },
    {
      id: '§20(3)',
      printed: 'أيلول/ سبتمبر - تشرين الأول/ أكتوبر ٢٠١٢',
      expected: [['output', undefined, { shape: 'months', from: '2012-09', to: '2012-10' }]],
    },
    { id: '§25(2)', printed: 'خلال السنوات القادمة', expected: [['undertaking', undefined, { shape: 'none' }]] },
    { id: '§26(b)(1)', printed: 'خلال عامي ٢٠١٣ و ٢٠١٤', expected: [['output', undefined, years(2013, 2014)]] },
  ])('$id is owed at its time', ({ id, printed, expected }) => {
    expect(row(id).timing.printed).toBe(printed)
    expect(owed(id)).toStrictEqual(expected)
  })

  it('leaves to the matrix what the matrix carries, and to their cycles the submission and the review', () => {
    expect(row('§14(3)').followedUnder).toStrictEqual(['I-3'])
    expect(row('§14(4)').followedUnder).toStrictEqual(['II-2(vi)'])
    expect(row('§15').followedUnder).toStrictEqual(['I-4'])
    for (const id of ['§13(1)', '§13(2)', '§13(3)', '§13(4)', '§13(5)']) expect(row(id).followedUnder).toStrictEqual(['r202'])
    for (const id of ['§19(1)', '§19(2)']) expect(row(id).followedUnder).toStrictEqual(['survey-r202'])
  })

  it('follows the two points of the draft decision without a date', () =>
    expect(['§32(a)', '§32(b)'].map(owed)).toStrictEqual([[['undertaking', undefined, { shape: 'none' }]], [['undertaking', undefined, { shape: 'none' }]]]))
})

describe('what the document prints that does not reconcile', () => {
  it('names only rows that are there, but for the one that it refers to in vain', () => {
    const ids = [...all.map(({ id }) => id), 'III-2(iv)', 'due', 'form']
    const named = discrepancies.flatMap(({ rows }) => rows)
    expect(named.length).toBeGreaterThan(0)
    for (const id of named) expect(ids).toContain(id)
  })

  it.each([
    'spf-cover-follow-up',
    'ilo-r202-12-months-before',
    'spf-14-ii-2-vi-years',
    'spf-i-5-timing',
    'spf-iv-2-ii-reference',
    'spf-v-2-i-late',
    'spf-v-2-i-partner',
    'spf-v-1-initiative',
    'spf-sp-ratifications',
    'spf-sp-2020',
    'ilo-ilc-101-closes',
    'gb-318-became-319',
  ])('holds %s', (id) => expect(discrepancies.map((one) => one.id)).toContain(id))

  it.each([
    { id: 'spf-v-2-i-late', values: ['2011-12-31', '2012-03'] },
    { id: 'ilo-ilc-101-closes', values: ['2012-06-14', '2012-06-15', '2012-06-04', '2013-06-13', '2013-12-13'] },
    { id: 'gb-318-became-319', values: ['2013-11', '2013-10'] },
  ])('gives the days of $id in ISO form', ({ id, values }) =>
    expect(discrepancies.find((one) => one.id === id)?.printed.map(({ value }) => value)).toStrictEqual(values),
  )
})
