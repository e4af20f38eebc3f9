import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Language, languages } from '../domain/languages.ts'
import { type PageMessage, type PageWording, pageMessages } from '../web/words.ts'
import { projectRoot } from './project-root.ts'
import type { Wordings } from './wordings.ts'

const messages = z.strictObject(Object.fromEntries(pageMessages.map((name) => [name, z.string().regex(/\S/, 'says nothing')])))

/**
 * The words of pages, `locales/<language>/pages.json`, beside those that they share with letters.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readPageWords(wordings: Wordings, folder: string = join(projectRoot(), 'locales')): Promise<Readonly<Record<Language, PageWording>>> {
  const read = await Promise.all(
    languages.map(async (each) => [each, { ...wordings[each], pages: await readPages(join(folder, each, 'pages.json')) }] as const),
  )
  return Object.fromEntries(read) as Record<Language, PageWording>
}

async function readPages(path: string): Promise<Readonly<Record<PageMessage, string>>> {
  const checked = messages.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!checked.success) throw new Error(`${path}:\n${z.prettifyError(checked.error)}`)
  return checked.data as Record<PageMessage, string>
}
