import { join } from 'node:path'
import { type Language, languages } from '../../domain/languages.ts'
import { type PageCatalog, pageMessages } from '../../web/page-catalog.ts'
import { projectRoot } from '../installation/project-root.ts'
import type { Catalogs } from './create-catalogs.ts'
import { every, readLocaleFile } from './locale-file.ts'

const messages = every(pageMessages)

/**
 * The words of pages, `locales/<language>/pages.json`, beside those that they share with letters.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readPageCatalogs(catalogs: Catalogs, folder: string = join(projectRoot(), 'locales')): Promise<Readonly<Record<Language, PageCatalog>>> {
  const read = await Promise.all(
    languages.map(async (each) => [each, { ...catalogs[each], pages: await readLocaleFile(messages, join(folder, each, 'pages.json')) }] as const),
  )
  return Object.fromEntries(read) as Record<Language, PageCatalog>
}
