import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, type Ended, followUp, temporaryFolder } from '../support/follow-up.ts'

type Discrepancy = {
  id: string
  organization: string
  rows: string[]
  what: string
  printed: { value: string; wording?: string; source: string }[]
  computed: string | null
}

const folder = temporaryFolder()
const data = join(folder.path, 'installation')

let told: Ended
let all: Discrepancy[]

beforeAll(async () => {
  ;[told, { discrepancies: all }] = await Promise.all([
    followUp(['discrepancies', '--data', data]),
    followUp(['discrepancies', '--data', data, '--json']).then((ended) => answered<{ discrepancies: Discrepancy[] }>(ended)),
  ])
})

afterAll(() => folder.remove())

describe('follow-up discrepancies', () => {
  it('needs no installation, and makes none', () => expect([told.code, told.error, existsSync(data)]).toStrictEqual([0, '', false]))

  it('gives a program the fields of each, with a source for every value printed', () => {
    expect(all.length).toBeGreaterThan(20)
    for (const { printed, ...one } of all) {
      expect(Object.keys(one)).toStrictEqual(['id', 'organization', 'rows', 'what', 'computed'])
      expect(printed.map(({ value, source }) => [typeof value, source.length > 0])).toStrictEqual(printed.map(() => ['string', true]))
    }
  })

  it('tells where the two sums of the strategy stand', () => {
    const [sum] = all.filter(({ computed }) => computed === '40.2')
    expect(sum?.printed).toContainEqual({
      value: '37.5',
      wording: expect.stringContaining('٣٧,٥'),
      source: expect.stringMatching(/^SSE: Follow-up to .*, paragraph 28$/),
    })
  })

  it('tells the month in which a memorandum due before the end of 2011 was signed', () => {
    const printed = all.filter(({ rows }) => rows.includes('V-2(i)')).map((one) => one.printed.map(({ value }) => value))
    expect(printed).toContainEqual(['2011-12-31', '2012-03'])
  })

  it('tells a person the same, under the document that comes first, with both places and what follows', () => {
    const lines = told.out.split('\n')
    const heading = lines.findIndex((line) => /^ilo {2}SSE: Follow-up to/.test(line))
    const entry = lines.findIndex((line) => line.startsWith('  sse-resources-sum'))
    expect(heading).toBeGreaterThanOrEqual(0)
    expect(entry).toBeGreaterThan(heading)
    expect(lines.slice(entry + 2, entry + 7)).toStrictEqual([
      expect.stringMatching(/^ {4}37\.5 {2}SSE, paragraph 28 /),
      expect.stringMatching(/^ {4}15\.6 {2}SSE, plan of action, objective 1 /),
      expect.stringMatching(/^ {4}17\.2 {2}SSE, plan of action, objective 2 /),
      expect.stringMatching(/^ {4}7\.4 {3}SSE, plan of action, objective 3 /),
      '    computed: 40.2',
    ])
    expect(lines.at(-2)).toBe(`${all.length} discrepancies, none of them corrected`)
  })
})
