import { join } from 'node:path'
import { type PaperWording, paperMessages } from '../activities/paper/wording.ts'
import { type Language, languages } from '../domain/languages.ts'
import { every, readLocaleFile } from './locale-file.ts'
import { projectRoot } from './project-root.ts'
import type { Wordings } from './wordings.ts'

const messages = every(paperMessages)

export type PaperWordings = Readonly<Record<Language, PaperWording>>

/**
 * The words of the Office's papers, `locales/<language>/paper.json`, beside those that they share with letters.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readPaperWords(wordings: Wordings, folder: string = join(projectRoot(), 'locales')): Promise<PaperWordings> {
  const read = await Promise.all(
    languages.map(async (each) => [each, { ...wordings[each], paper: await readLocaleFile(messages, join(folder, each, 'paper.json')) }] as const),
  )
  return Object.fromEntries(read) as Record<Language, PaperWording>
}
