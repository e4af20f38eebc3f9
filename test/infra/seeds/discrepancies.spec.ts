import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type PrintedDiscrepancy, placeInFull, placeInShort } from '../../../domain/explanation/discrepancy.ts'
import { languages } from '../../../domain/languages.ts'
import { checkSeeds } from '../../../infra/seeds/check-seeds.ts'
import { discrepanciesIn } from '../../../infra/seeds/discrepancies/discrepancies-in.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { change, expectTold, type Fault, realSeeds, today, withSeedsCopy } from './seeds-copy.ts'

const listed = async (root: string): Promise<readonly PrintedDiscrepancy[]> => discrepanciesIn(await loadSeeds(root, today))

const named = (id: string, among: readonly PrintedDiscrepancy[]): PrintedDiscrepancy => among.find((one) => one.id === id) ?? expect.fail(`there is no ${id}`)

const values = ({ printed }: PrintedDiscrepancy): readonly string[] => printed.map(({ value }) => value)

let all: readonly PrintedDiscrepancy[]

beforeAll(async () => {
  all = await listed(realSeeds)
})

describe('what does not reconcile', () => {
  it('is told once under each id, in four languages, with two places or with what follows', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id, what, printed, computed } of all) {
      for (const language of languages) expect([id, what[language] === '']).toStrictEqual([id, false])
      expect([id, printed.length > 1 || computed !== null]).toStrictEqual([id, true])
    }
  })

  it('holds days, months and years in ISO form, never in the digits of the print', () =>
    expect(all.flatMap(values).filter((value) => /[٠-٩]|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b/u.test(value))).toStrictEqual([]))

  it('tells each thing once, though its file and the engine both know of it', () => {
    const holding = (...days: readonly string[]) => all.filter((one) => days.every((day) => values(one).includes(day))).map(({ id }) => id)
    expect(holding('2012-06-14', '2012-06-15')).toStrictEqual(['ilo-ilc-101-closes'])
    expect(holding('2013-06-13')).toStrictEqual(['ilo-r202-12-months-before', 'ilo-ilc-101-closes'])
  })

  it('names the row that the matrix refers to and does not have', () =>
    expect(all.filter(({ rows, what }) => rows.includes('III-2(iv)') || what.en?.includes('III-2(iv)'))).not.toStrictEqual([]))

  it('adds up the objectives of the strategy, without binary fractions, beside the total printed', () => {
    const found = all.filter(({ computed }) => computed === '40.2')
    expect(found).toHaveLength(1)
    expect(found.flatMap(values)).toContain('37.5')
  })

  it('finds nothing in components that give their total', () =>
    expect(all.filter(({ id }) => id.endsWith('-sum-of-components')).map(({ id }) => id)).toStrictEqual([]))

  it('keeps every day that a source gives for the closing of the 101st Session', () => {
    const closing = named('ilo-ilc-101-closes', all)
    expect([values(closing), closing.computed]).toStrictEqual([['2012-06-14', '2012-06-15', '2012-06-04', '2013-06-13', '2013-12-13'], '2012-06-14'])
    expect(closing.printed.map(({ places }) => places.map(placeInShort))).toStrictEqual([
      ['ilc101-record-1, proposal of the Officers of the Governing Body'],
      ['ilc101-agenda'],
      ['library-101-105'],
      ['SPF, paragraph 13'],
      ['SPF, paragraph 13'],
    ])
  })

  it('keeps an admission as closely as each source knows it', () => {
    expect(values(named('ilo-tuv-admission', all))).toStrictEqual(['2008-03', '2008-05-27'])
    expect(values(named('oic-uzb-admission', all))).toStrictEqual(['1996', '1995'])
  })

  it('reads "before" literally beside the day that is taken', () => {
    const before = named('ilo-r202-12-months-before', all)
    const paragraph13 = expect.stringMatching(/^SPF: Follow-up to the resolution concerning efforts .*, paragraph 13$/)
    expect([values(before), before.computed]).toStrictEqual([['2013-06-13', '2013-12-13'], '2013-06-12'])
    expect(before.printed.flatMap(({ places }) => places.map(placeInFull))).toStrictEqual([paragraph13, paragraph13])
  })
})

describe('what the engine finds by itself', () => {
  it('is the sum of components that no file speaks of', () =>
    withSeedsCopy(async (root) => {
      await rm(join(root, 'ilo/discrepancies/sse.yaml'))
      const sum = named('ilo-sse-sum-of-components', await listed(root))
      expect([values(sum), sum.computed]).toStrictEqual([['37.5', '15.6', '17.2', '7.4'], '40.2'])
    }))

  it('is what sources say of a session and of a printed day, where no file lists it', () =>
    withSeedsCopy(async (root) => {
      await rm(join(root, 'ilo/discrepancies/spf.yaml'))
      const found = await listed(root)
      expect(named('ilo-ilc-101-closes', found).printed.map(({ value, places }) => [value, places.map(placeInShort)])).toStrictEqual([
        ['2012-06-14', ['ilc101-record-1, proposal of the Officers of the Governing Body', 'SPF, paragraph 13']],
        ['2012-06-15', ['ilc101-agenda']],
        ['2012-06-04', ['library-101-105']],
      ])
      const before = named('ilo-r202-12-months-before', found)
      expect([values(before), before.computed]).toStrictEqual([['2013-06-13'], '2013-06-12'])
    }))

  it('is the day that the rule gives, beside the day printed', () =>
    withSeedsCopy(async (root) => {
      await change(root, { file: 'ilo/rules/19-6-b.yaml', replace: 'value: day_before', by: 'value: anniversary' })
      await change(root, { file: 'ilo/rules/19-6-b.yaml', replace: 'closingDayCounts: true', by: 'closingDayCounts: false' })
      const found = await listed(root)
      const days = ['12', '18'].map((months) => named(`ilo-r202-${months}-months-computed`, found))
      expect(days.map((one) => [values(one), one.computed])).toStrictEqual([
        [['2013-06-13'], '2013-06-14'],
        [['2013-12-13'], '2013-12-14'],
      ])
    }))

  it('gives way to a file that lists the same id', () =>
    withSeedsCopy(async (root) => {
      await change(root, { file: 'oic/discrepancies/oic.yaml', replace: 'id: oic-workshop-days', by: 'id: oic-uzb-admission' })
      expect((await listed(root)).filter(({ id }) => id === 'oic-uzb-admission').map(({ rows }) => rows)).toStrictEqual([['11']])
    }))
})

const file = 'oic/discrepancies/oic.yaml'
const place = '{ value: a national government body, wording: والذي يجب أن يكون عبارة عن هيئة حكومية وطنية, source: { document: OIC, place: recommendation 8 } }'

const faults: readonly Fault[] = [
  {
    fault: 'an id that is used twice',
    file,
    replace: 'id: oic-workshop-days',
    by: 'id: oic-adopted-or-agreed',
    lineWith: '- id: oic-adopted-or-agreed',
    path: '[0].id',
    what: /more than once/,
  },
  {
    fault: 'a sum of components that have no resources',
    file,
    replace: 'computed: null',
    by: 'computed: { sumOf: components }',
    lineWith: 'computed: { sumOf',
    path: '[0].computed',
    what: /No plan of OIC has components with resources/,
  },
  {
    fault: 'one place alone',
    file,
    replace: `    - ${place}\n`,
    by: '',
    lineWith: '  printed:\n    - { value: national focal points',
    path: '[3].printed',
    what: /One place alone contradicts nothing/,
  },
  {
    fault: 'a document that is not among those cited',
    file,
    replace: 'source: { document: OIC, place: title }',
    by: 'source: { document: OICC, place: title }',
    lineWith: 'document: OICC',
    path: '[0].printed[0].source.document',
    what: /holds no OICC/,
  },
  { fault: 'a word spelt otherwise', file, replace: '  rows: []', by: '  row: []', lineWith: '  row: []', path: '[0].row', what: /There is no field row here/ },
]

describe('a file of discrepancies', () => {
  it.each(faults)('is refused, naming file and line of $fault', expectTold)

  it('is named for its document', () =>
    withSeedsCopy(async (root) => {
      await rename(join(root, file), join(root, 'oic/discrepancies/ankara.yaml'))
      expect((await checkSeeds(root, today)).problems).toMatchObject([
        { file: 'seeds/oic/discrepancies/ankara.yaml', what: expect.stringContaining('Name the file for its document') },
      ])
    }))
})
