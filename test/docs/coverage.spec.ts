import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { page, quoted, rowsOf, section } from './tables.ts'

let coverage: string

beforeAll(async () => {
  coverage = await page('coverage.md')
})

const codesUnder = (heading: string) => rowsOf(section(coverage, heading)).map(([code = '']) => code)

const constitution = ['1(3)-(4)', '1(5)', '11', '19(5)(a)', '19(5)(b)', '19(5)(c)', '19(5)(d)', '19(5)(e)', '19(6)(a)', '19(6)(b)', '19(6)(c)', '19(6)(d)']
const federalAndOther = ['19(7)(a)', '19(7)(b)(i)', '19(7)(b)(ii)', '19(7)(b)(iii)', '19(7)(b)(iv)', '19(7)(b)(v)', '22', '23(1)', '23(2)', '35']
const matrix = [
  'I-1',
  'I-2',
  'I-3',
  'I-4',
  'I-5',
  'II-1',
  'II-2(i)',
  'II-2(ii)',
  'II-2(iii)',
  'II-2(iv)',
  'II-2(v)',
  'II-2(vi)',
  'II-3',
  'III-1',
  'III-2',
  'III-3',
]
const rest = ['IV-1(i)', 'IV-1(ii)', 'IV-2(i)', 'IV-2(ii)', 'V-1', 'V-2(i)', 'V-2(ii)', 'V-3', 'V-4']

describe('the coverage', () => {
  it('has a row for each provision of the Constitution that bears on what is followed', () =>
    expect(codesUnder('## Constitution of the ILO')).toStrictEqual([...constitution, ...federalAndOther].map((each) => `art. ${each}`)))

  it('has at least one row for each of paragraphs 13 to 32', () => {
    const numbers = codesUnder('### Paragraphs').map((code) => Number(/§(\d+)/.exec(code)?.[1]))
    expect([...new Set(numbers)]).toStrictEqual(Array.from({ length: 20 }, (_, index) => 13 + index))
  })

  it('has a row for each of the 25 rows of the matrix', () => expect(codesUnder('### Matrix of activities 2011-2019')).toStrictEqual([...matrix, ...rest]))

  it('has a row for each of the twenty facts, and for each of the other four documents', () => {
    expect(codesUnder('## Facts that a follow-up engine has to hold')).toStrictEqual(Array.from({ length: 20 }, (_, index) => String(index + 1)))
    expect(codesUnder('## The other documents')).toStrictEqual(['SP', 'SSE', 'GCSJ', 'OIC'])
  })

  it('says of each row what it is, with files and tests where anything is modelled, and what is missing where not all is', () => {
    const unsound = rowsOf(coverage).filter(([code = '', asks = '', state = '', where = '', tests = '', missing = '', ...more]) => {
      const [files, specs] = [quoted(where), quoted(tests)]
      const proven = files.length > 0 && specs.length > 0 && specs.every((each) => /^test\/.*\.spec\.tsx?$/.test(each))
      const sound = state === 'not' ? where === '-' && tests === '-' : (state === 'modelled' || state === 'partly') && proven
      return !sound || code === '' || asks === '' || missing === '' || (state !== 'modelled' && missing === '-') || more.length > 0
    })
    expect(unsound).toStrictEqual([])
  })

  it('names only files that exist', () => {
    const paths = quoted(coverage).filter((each) => each.includes('/'))
    expect(paths.length).toBeGreaterThan(100)
    expect([...new Set(paths)].filter((path) => !existsSync(join(projectRoot(), path)))).toStrictEqual([])
  })
})
