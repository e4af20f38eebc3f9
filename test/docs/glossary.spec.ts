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
import { inLanguages, type Language, languages, textIn } from '../../domain/languages.ts'
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
    expect(rows.flatMap(([key = '']) => quoted(key).flatMap((each) => each.match(/^kinds\.(.+)/)?.[1] ?? [])).toSorted()).toStrictEqual(
      Object.keys(words[0]?.kinds ?? {}),
    )
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

/** Of words, pages and kinds, each group by its own names. */
const wordsIn = async (language: Language): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
  const [words, pages] = await Promise.all(['words.json', 'pages.json'].map((file) => readFile(join(projectRoot(), 'locales', language, file), 'utf8')))
  return { ...grouped.parse(JSON.parse(words ?? '')), pages: named.parse(JSON.parse(pages ?? '')), kinds: await kindsIn(language) }
}

const named = z.record(z.string(), z.string())
const grouped = z.record(z.string(), named)

async function kindsIn(language: Language): Promise<Readonly<Record<string, string>>> {
  const folder = join(projectRoot(), 'seeds/ilo/kinds')
  const files = (await readdir(folder)).toSorted()
  const kinds = await Promise.all(files.map(async (file) => declared.parse(parse(await readFile(join(folder, file), 'utf8')))))
  return Object.fromEntries(kinds.map(({ code, name }) => [code, textIn(name, language)]))
}

const declared = z.object({ code: z.string(), name: inLanguages })
