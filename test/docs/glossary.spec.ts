import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { registry } from '../../activities/commands/registry.ts'
import type { Actor } from '../../domain/actor.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { eventSchemas } from '../../domain/events.ts'
import { inLanguages, type Language, language, languages } from '../../domain/languages.ts'
import { mayGive } from '../../domain/permissions.ts'
import { principalIn } from '../../domain/principal.ts'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { loadSeeds } from '../../infra/seeds/load-seeds.ts'
import { page, quoted, rowsOf, section } from './tables.ts'

let glossary: string

beforeAll(async () => {
  glossary = await page('glossary.md')
})

const actors: readonly Actor[] = [
  { role: 'ministry', id: 'FRA' },
  { role: 'secretariat', id: 'secretariat' },
  { role: 'reviewer', id: 'reviewer' },
  { role: 'auditor', id: 'auditor' },
  { role: 'system', id: 'seeds' },
]

describe('the glossary', () => {
  it('has one line for each type of event, and none for any other', () => {
    const named = [...section(glossary, '## Events').matchAll(/^- `(\w+)`: [a-z].*\.$/gm)].map(([, type = '']) => type)
    expect(named.toSorted()).toStrictEqual(Object.keys(eventSchemas).toSorted())
  })

  it('says of each command who may give it, as the rules decide it', () => {
    const may = (actor: Actor, { mayBeGivenBy }: (typeof registry)[number], party: string | null) =>
      mayGive(principalIn(actor, 'ilo', 'http'), mayBeGivenBy, { organization: 'ilo', party, owedBy: 'member' })
    const decided = registry.map((command) => [
      ...[command.name, command.summary.en],
      ...actors.map((actor) => (may(actor, command, null) ? 'any' : may(actor, command, 'FRA') ? 'own' : 'no')),
      command.preview ? 'yes' : 'no',
    ])
    expect(rowsOf(section(glossary, '## Commands')).map(([name = '', ...rest]) => [...quoted(name), ...rest])).toStrictEqual(decided)
  })

  it('gives the words of other languages as pages and letters use them', async () => {
    const words = await Promise.all(languages.map(wordsIn))
    const rows = rowsOf(section(glossary, '## In four languages'))
    for (const [key = '', ...said] of rows) {
      const [group = '', ...name] = quoted(key).join('').split('.')
      expect([key, ...said]).toStrictEqual([key, ...words.map((each) => each[group]?.[name.join('.')])])
    }
    expect(rows.length).toBeGreaterThan(20)
  })

  it('leaves what a kind is called to its own file, in each language of its organization, one name for one kind', async () => {
    const kinds = await kindsOfEveryOrganization()
    expect(new Set(kinds.map(({ organization }) => organization)).size).toBeGreaterThan(2)
    const unnamed = kinds.filter(({ name, spoken }) => spoken.some((language) => name[language] === undefined))
    expect(unnamed.map(({ file }) => file)).toStrictEqual([])
    const called = kinds.flatMap(({ code, name, spoken }) => spoken.map((language) => ({ code, called: `${language}: ${name[language]}` })))
    const differing = called.filter(({ code, called: one }) => called.some((other) => other.called === one && other.code !== code))
    expect(differing, 'one name for two kinds').toStrictEqual([])
    expect(glossary).not.toMatch(/^\| `kinds\./m)
  })

  it('names in the code only what is there', async () => {
    const source = await sourceText()
    const names = sourced.flatMap((heading) => rowsOf(section(glossary, heading)).flatMap((cells) => quoted(cells.at(-1) ?? '')))
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name) => !isInCode(name, source))).toStrictEqual([])
  })

  it('cites only what the seeds cite', async () => {
    const { organizations } = await loadSeeds(join(projectRoot(), 'seeds'), day('2026-11-22'))
    const known = organizations.flatMap(({ documents }) => documents.map(({ code }) => code))
    const cited = sourced.flatMap((heading) => rowsOf(section(glossary, heading)).flatMap(([, , source = '']) => quoted(source)))
    expect(cited.length).toBeGreaterThan(0)
    expect(cited.filter((code) => !known.includes(code))).toStrictEqual([])
  })
})

/** Without tests and docs: what carries a word is in the product itself. */
const rooms = ['domain', 'documents', 'activities', 'workflows', 'rehearsal', 'infra', 'web', 'cli', 'seeds']

async function sourceText(): Promise<string> {
  const files = await Promise.all(rooms.map((category) => readdir(join(projectRoot(), category), { recursive: true, withFileTypes: true })))
  const paths = files.flat().flatMap((file) => (file.isFile() && /\.(tsx?|yaml)$/.test(file.name) ? [join(file.parentPath, file.name)] : []))
  return (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n')
}

const isInCode = (name: string, source: string): boolean =>
  name.includes('/') ? name.includes(':') || existsSync(join(projectRoot(), name)) : new RegExp(`\\b${name}\\b`).test(source)

const sourced = ['## Words of the field', '## Obligations and dates', '## Reports and letters', '## The record', '## The installation']

/** Of words and pages, each group by its own names. */
const wordsIn = async (language: Language): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
  const [words, pages] = await Promise.all(['words.json', 'pages.json'].map((file) => readFile(join(projectRoot(), 'locales', language, file), 'utf8')))
  return { ...grouped.parse(JSON.parse(words ?? '')), pages: named.parse(JSON.parse(pages ?? '')) }
}

const named = z.record(z.string(), z.string())
const grouped = z.record(z.string(), named)

/** The kinds of all organizations as their files declare them, with the languages of their organization. */
async function kindsOfEveryOrganization() {
  const folders = await Promise.all(
    ['seeds', 'test/organizations'].map(async (root) => {
      const entries = await readdir(join(projectRoot(), root), { withFileTypes: true })
      return entries.filter((entry) => entry.isDirectory()).map((entry) => join(root, entry.name))
    }),
  )
  const read = async (...path: string[]) => parse(await readFile(join(projectRoot(), ...path), 'utf8'))
  const kinds = await Promise.all(
    folders.flat().map(async (organization) => {
      const { languages: spoken } = speaking.parse(await read(organization, 'organization.yaml'))
      const files = (await readdir(join(projectRoot(), organization, 'kinds'))).map((file) => join(organization, 'kinds', file))
      return Promise.all(files.map(async (file) => ({ organization, file, spoken, ...declared.parse(await read(file)) })))
    }),
  )
  return kinds.flat()
}

const speaking = z.object({ languages: z.array(language) })
const declared = z.object({ code: z.string(), name: inLanguages })
