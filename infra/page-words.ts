import { join } from 'node:path'
import { type Language, languages } from '../domain/languages.ts'
import { type PageWording, pageMessages } from '../web/words.ts'
import { every, readLocaleFile } from './locale-file.ts'
import { projectRoot } from './project-root.ts'
import type { Wordings } from './wordings.ts'

const messages = every(pageMessages)

/**
 * The words of pages, `locales/<language>/pages.json`, beside those that they share with letters.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readPageWords(wordings: Wordings, folder: string = join(projectRoot(), 'locales')): Promise<Readonly<Record<Language, PageWording>>> {
  const read = await Promise.all(
    languages.map(async (each) => [each, { ...wordings[each], pages: await readLocaleFile(messages, join(folder, each, 'pages.json')) }] as const),
  )
  return Object.fromEntries(read) as Record<Language, PageWording>
}
