import { join } from 'node:path'
import { type PaperCatalog, type PaperCatalogs, paperMessages } from '../../documents/catalogs/paper-catalog.ts'
import { type Language, languages } from '../../domain/languages.ts'
import { projectRoot } from '../installation/project-root.ts'
import type { Catalogs } from './create-catalogs.ts'
import { every, readLocaleFile } from './locale-file.ts'

const messages = every(paperMessages)

/**
 * The words of the Office's papers, `locales/<language>/paper.json`, beside those that they share with letters.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readPaperCatalogs(catalogs: Catalogs, folder: string = join(projectRoot(), 'locales')): Promise<PaperCatalogs> {
  const read = await Promise.all(
    languages.map(async (each) => [each, { ...catalogs[each], paper: await readLocaleFile(messages, join(folder, each, 'paper.json')) }] as const),
  )
  return Object.fromEntries(read) as Record<Language, PaperCatalog>
}
