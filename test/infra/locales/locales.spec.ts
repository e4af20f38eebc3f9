import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Language, languages } from '../../../domain/languages.ts'
import { projectRoot } from '../../../infra/installation/project-root.ts'
import { type LocaleWords, readLocales } from '../../../infra/locales/read-locales.ts'
import { readCatalogs } from '../../support/catalogs.ts'

let catalogs: Readonly<Record<Language, LocaleWords>>
beforeAll(async () => {
  catalogs = await readLocales()
})

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Names of the values that a message asks for, the plural forms it offers and the values it chooses by, at any depth. */
function needs(elements: readonly Element[]): { values: string[]; plurals: string[][]; selected: string[] } {
  const values: string[] = []
  const plurals: string[][] = []
  const selected: string[] = []
  for (const element of elements) {
    if (!('value' in element) || element.type === 0) continue
    values.push(element.value)
    if (!('options' in element)) continue
    if (element.type === 6) plurals.push(Object.keys(element.options))
    else selected.push(...Object.keys(element.options))
    for (const option of Object.values(element.options)) {
      const inner = needs(option.value)
      values.push(...inner.values)
      plurals.push(...inner.plurals)
      selected.push(...inner.selected)
    }
  }
  return { values: [...new Set(values)].sort(), plurals, selected }
}

const ast = (message: string, locale: string) => new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst()

describe('the wording of each language', () => {
  it.each(languages)('in %s asks for no value that English does not give', (language) => {
    const { formatLocale, messages } = catalogs[language]
    for (const [key, english] of Object.entries(catalogs.en.messages)) {
      const given = new Set([...needs(ast(english, 'en')).values, 'dayNumber', 'day'])
      const metadata = needs(ast(messages[key as keyof typeof messages], formatLocale)).values
      expect(
        metadata.filter((value) => !given.has(value)),
        key,
      ).toStrictEqual([])
    }
  })

  it('offers all six Arabic plural forms wherever something is counted', () => {
    const counted = Object.entries(catalogs.ar.messages).flatMap(([key, message]) => needs(ast(message, 'ar')).plurals.map((forms) => ({ key, forms })))
    expect(counted.length).toBeGreaterThan(10)
    for (const { key, forms } of counted) expect(forms, key).toEqual(expect.arrayContaining(['zero', 'one', 'two', 'few', 'many', 'other']))
  })

  it.each(['en', 'fr', 'es'] as const)('names the months in %s as that language does', (language) => {
    const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    expect(catalogs[language].months).toStrictEqual(Array.from({ length: 12 }, (_, month) => name.format(Date.UTC(2013, month, 1))))
  })

  it('names June and December in Arabic as the Governing Body prints them', () => {
    expect([catalogs.ar.months[5], catalogs.ar.months[11]]).toStrictEqual(['حزيران/يونيه', 'كانون الأول/ديسمبر'])
  })
})

describe('the own words of a kind', () => {
  it('offer all six Arabic plural forms wherever something is counted', async () => {
    const { ar } = await readCatalogs()
    const messages = Object.values(ar.organizations).flatMap(({ kinds }) =>
      Object.entries(kinds).flatMap(([kind, { letters }]) =>
        Object.values(letters).flatMap((own) =>
          own === undefined || own === 'common' ? [] : Object.values(own).map((message) => ({ kind, message: message ?? '' })),
        ),
      ),
    )
    const counted = messages.flatMap(({ kind, message }) => needs(ast(message, 'ar')).plurals.map((forms) => ({ kind, forms })))
    expect(counted.length).toBeGreaterThan(10)
    for (const { kind, forms } of counted) expect(forms, kind).toEqual(expect.arrayContaining(['zero', 'one', 'two', 'few', 'many', 'other']))
  })

  it('alone name it: no message in the locales chooses by the name of a kind', async () => {
    const { en } = await readCatalogs()
    const kinds = new Set(Object.values(en.organizations).flatMap((each) => Object.keys(each.kinds)))
    const choices = Object.values(catalogs).flatMap(({ messages }) => Object.values(messages).flatMap((each) => needs(ast(each, 'en')).selected))
    expect(kinds.size).toBeGreaterThan(10)
    expect(choices).toContain('unit')
    expect(choices.filter((choice) => kinds.has(choice))).toStrictEqual([])
  })
})

describe('a folder of locales', () => {
  let folder: string
  const letters = () => join(folder, 'fr', 'letters.json')
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'locales-'))
    await cp(join(projectRoot(), 'locales'), folder, { recursive: true })
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each([
    { fault: 'lacks a message', from: '"salutation": "Excellence,",', to: '', says: 'salutation' },
    { fault: 'has a misspelt one', from: '"salutation":', to: '"salutations":', says: 'salutations' },
    { fault: 'has an empty one', from: '"Excellence,"', to: '" "', says: 'salutation' },
    { fault: 'is of another language', from: '"language": "fr"', to: '"language": "es"', says: 'its language is es' },
  ])('that $fault is not read', async ({ from, to, says }) => {
    const right = await readFile(letters(), 'utf8')
    expect(right).toContain(from)
    await writeFile(letters(), right.replace(from, to))
    await expect(readLocales(folder)).rejects.toThrow(says)
    await writeFile(letters(), right)
  })
})
