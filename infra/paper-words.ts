import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type PaperMessage, type PaperWording, paperMessages } from '../activities/paper/wording.ts'
import { type Language, languages } from '../domain/languages.ts'
import { projectRoot } from './project-root.ts'
import type { Wordings } from './wordings.ts'

const messages = z.strictObject(Object.fromEntries(paperMessages.map((name) => [name, z.string().regex(/\S/, 'says nothing')])))

export type PaperWordings = Readonly<Record<Language, PaperWording>>

/**
 * The words of the Office's papers, `locales/<language>/paper.json`, beside those that they share with letters.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readPaperWords(wordings: Wordings, folder: string = join(projectRoot(), 'locales')): Promise<PaperWordings> {
  const read = await Promise.all(
    languages.map(async (each) => [each, { ...wordings[each], paper: await readPaper(join(folder, each, 'paper.json')) }] as const),
  )
  return Object.fromEntries(read) as Record<Language, PaperWording>
}

async function readPaper(path: string): Promise<Readonly<Record<PaperMessage, string>>> {
  const checked = messages.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!checked.success) throw new Error(`${path}:\n${z.prettifyError(checked.error)}`)
  return checked.data as Record<PaperMessage, string>
}
