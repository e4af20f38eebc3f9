import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { languages, textIn } from '../domain/languages.ts'
import { projectRoot } from '../infra/installation/project-root.ts'
import { loadSeeds } from '../infra/seeds/load-seeds.ts'
import type { OrganizationSeeds } from '../infra/seeds/seeds.ts'
import { realSeeds, today } from './infra/seeds/seeds-copy.ts'

/** The rooms that every organization shares. */
const rooms = ['domain', 'documents', 'activities', 'workflows', 'rehearsal', 'infra', 'web', 'cli'] as const

/** A doc comment may name the provision that a function follows, and a library is called by the name that its makers gave it. */
const allowed = [/^\s*(?:\/\*)?\*.*ILO Constitution, art/, /'@ilo-org\/themes/]

type Line = { readonly where: string; readonly text: string }

let lines: readonly Line[]
let organizations: readonly OrganizationSeeds[]

beforeAll(async () => {
  const files = (await Promise.all(rooms.map(sourcesIn))).flat()
  lines = (await Promise.all(files.map(linesOf))).flat().filter(({ text }) => !allowed.some((pattern) => pattern.test(text)))
  organizations = (await loadSeeds(realSeeds, today)).organizations
})

async function sourcesIn(category: string): Promise<readonly string[]> {
  const entries = await readdir(join(projectRoot(import.meta.dirname), category), { recursive: true })
  return entries.filter((path) => /\.(tsx?|sql)$/.test(path)).map((path) => `${category}/${path}`)
}

/** The words of every organization's letters, pages and papers; notes on where they are from are no part of them. */
async function wordsIn(language: string): Promise<readonly Line[]> {
  const folder = join(projectRoot(import.meta.dirname), 'locales', language)
  const files = await readdir(folder)
  return (await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))).flatMap((content, index) => {
    const { notes: _, ...words } = JSON.parse(content) as Record<string, unknown>
    return JSON.stringify(words, null, 2)
      .split('\n')
      .map((text) => ({ where: `locales/${language}/${files[index]}`, text }))
  })
}

async function linesOf(file: string): Promise<readonly Line[]> {
  const source = await readFile(join(projectRoot(import.meta.dirname), file), 'utf8')
  return withoutCitations(source.split('\n')).map((text, index) => ({ where: `${file}:${index + 1}`, text }))
}

/** The lines with what follows `@source` taken out, to the next tag or the end of the comment. */
function withoutCitations(source: readonly string[]): readonly string[] {
  let cites = false
  return source.map((text) => {
    if (/^\s*(?:\/\*)?\*.*@/.test(text)) cites = /@source/.test(text)
    const kept = cites ? '' : text
    if (text.includes('*/')) cites = false
    return kept
  })
}

const holding = (patterns: readonly RegExp[], searched: readonly Line[] = lines): readonly string[] =>
  searched.filter(({ text }) => patterns.some((pattern) => pattern.test(text))).map(({ where, text }) => `${where} ${text.trim()}`)

/** A line as `holding` gives it: the place, then its text. */
const isComment = (line: string): boolean => /^\S+ (?:\/\*|\*|\/\/)/.test(line)

type Named = { readonly code: string; readonly name: string }

const everyName = (): readonly Named[] =>
  organizations.flatMap(({ organization: { code, name, bodies, units }, supervision }) => [
    { code, name: textIn(name, 'en') },
    ...bodies.map((body) => ({ code: body.code, name: body.name })),
    ...[...units, ...supervision.flatMap((each) => each.bodies)].map((one) => ({ code: one.code, name: textIn(one.name, 'en') })),
  ])

/** A code such as `office`, which is a word of its own name, means nothing outside quotation marks; an acronym does. */
const isOrdinaryWord = ({ code, name }: Named): boolean => name.toLowerCase().includes(code) && !name.includes(code.toUpperCase())

/** As a word, or as a part of a compound name: `gb`, `GB`, `gbSessions`, `openGb`. */
function acronym({ code }: Named): RegExp {
  const [upper, capital] = [code.toUpperCase(), `${code.charAt(0).toUpperCase()}${code.slice(1)}`]
  return new RegExp(`(?<![A-Za-z])(?:${code}|${capital}|${upper})(?![a-z])|(?<=[a-z])(?:${capital}|${upper})(?![a-z])`)
}

/** As what a value is compared with or set to; a name of a field in quotation marks is another matter. */
const compared = ({ code }: Named): RegExp =>
  new RegExp(`(?:[=!]==|\\bcase|\\b(?:includes|has)\\(|\\b(?:party|unit|body|organization):)\\s*['"\`]${code}['"\`]`)

/** An instrument as a whole value, as the name of a field, or as part of a name: `'R202'`, `r202:`, `c144_body`, `linkR202`. An example in a sentence is none. */
function decidesBy(code: string): RegExp {
  const either = `(?:${code}|${code.toLowerCase()})`
  return new RegExp(`['"\`]${either}['"\`_]|(?<![\\w:])${either}:(?=\\s)|(?<=[a-z])${code}(?![0-9])`)
}

/** The years in which the organizations followed here were founded. */
const foundingYears = [/\b1919\b/, /\b1969\b/]

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe('the engine', () => {
  it('reads enough of itself for the question to mean something', () => {
    expect(lines.length).toBeGreaterThan(5_000)
    expect(everyName().map(({ code }) => code)).toEqual(expect.arrayContaining(['ilo', 'ilc', 'gb', 'oic', 'sesric']))
  })

  it.each([
    { part: 'code', comments: false },
    { part: 'comments, but to cite', comments: true },
  ])('names no organization, body, committee or unit by its acronym in its $part', ({ comments }) => {
    const found = holding(
      everyName()
        .filter((one) => !isOrdinaryWord(one))
        .map(acronym),
    )
    expect(found.filter((line) => isComment(line) === comments)).toStrictEqual([])
  })

  it('compares nothing with the code of a body or unit', () => expect(holding(everyName().filter(isOrdinaryWord).map(compared))).toStrictEqual([]))

  it('names no organization, body, committee or unit in words', () => {
    const names = organizations.flatMap(({ organization: { name, bodies, units }, supervision }) => [
      ...Object.values(name),
      ...bodies.map((body) => body.name),
      ...[...units, ...supervision.flatMap((each) => each.bodies)].flatMap((unit) => Object.values(unit.name)),
    ])
    expect(holding(names.flatMap((name) => name ?? []).map((name) => new RegExp(escaped(name), 'i')))).toStrictEqual([])
  })

  it.each(languages)('names none of them in its words in %s: what a letter calls them is their own data', async (language) => {
    const words = await wordsIn(language)
    const own = organizations.flatMap(({ organization: { name, bodies, units, constitution } }) => [
      ...[name[language], constitution?.cited[language], constitution?.informed[language]],
      ...bodies.map(({ inSentences }) => inSentences.name[language]),
      ...units.map((unit) => unit.name[language]),
    ])
    expect(words.length).toBeGreaterThan(200)
    const acronyms = everyName()
      .filter((one) => !isOrdinaryWord(one))
      .map(({ code }) => new RegExp(`(?<![A-Za-z])${code.toUpperCase()}(?![a-z])`))
    const names = own.flatMap((each) => (each === undefined ? [] : [new RegExp(escaped(each), 'i')]))
    expect(holding([...acronyms, ...names], words)).toStrictEqual([])
  })
})

describe('what an organization has of its own', () => {
  it('names no instrument where it decides or calls something', () => {
    const codes = organizations.flatMap(({ instruments }) => instruments.map(({ code }) => code))
    expect(codes).toEqual(expect.arrayContaining(['R202', 'C192']))
    expect(holding([...codes, 'C144'].map(decidesBy)).filter((line) => !isComment(line))).toStrictEqual([])
  })

  it('begins no count of years with a founding', () => expect(holding(foundingYears)).toStrictEqual([]))
})

describe('the search for names', () => {
  it.each(["stream.session('gb-316')", 'const gbSessions = 1', 'openGb()', 'GB.343/INS/3/1', '/** `gb:FRA` */'])('finds %s', (text) =>
    expect(acronym({ code: 'gb', name: 'Governing Body' }).test(text)).toBe(true),
  )

  it.each(['const length = rgb(1)', 'a silo', 'GBytes', 'megabyte'])('passes over %s', (text) =>
    expect([acronym({ code: 'gb', name: '' }), acronym({ code: 'ilo', name: '' })].some((pattern) => pattern.test(text))).toBe(false),
  )

  it.each(["case 'CEACR':", "['CAS']", 'casSitting', '// the CAS hears'])('finds the committee in %s', (text) =>
    expect(['ceacr', 'cas'].some((code) => acronym({ code, name: '' }).test(text))).toBe(true),
  )

  it.each(['const cast = 1', 'switch (a) { case 1: }', 'in that casing', 'a cascade'])('finds no committee in %s', (text) =>
    expect(acronym({ code: 'cas', name: '' }).test(text)).toBe(false),
  )

  it.each(["channel === 'c144_body'", "r202: 'linkR202'", 'linkR202()', "['R202']"])('finds the instrument in %s', (text) =>
    expect(['R202', 'C144'].some((code) => decidesBy(code).test(text))).toBe(true),
  )

  it.each(["option('--instrument <code>', 'on one instrument: R202')", 'R2021', 'abc144'])('passes over an example: %s', (text) =>
    expect(['R202', 'C144'].some((code) => decidesBy(code).test(text))).toBe(false),
  )

  it('finds the code of a unit where something is compared with it, or set to it', () => {
    const office = { code: 'office', name: 'International Labour Office' }
    expect(isOrdinaryWord(office)).toBe(true)
    const [found, passed] = [
      ["party === 'office'", "{ party: 'office' }", "case 'office':"],
      ['house.office', "Pick<House, 'office'>"],
    ]
    expect([...found, ...passed].filter((text) => compared(office).test(text))).toStrictEqual(found)
  })

  it('passes over what a doc comment cites, and over nothing after it', () =>
    expect(withoutCitations(['/**', ' * Of gb.', ' * @source gb-316,', ' *   paragraph 3', ' * @throws gb', ' */', 'gb'])).toStrictEqual([
      '/**',
      ' * Of gb.',
      '',
      '',
      ' * @throws gb',
      ' */',
      'gb',
    ]))
})
