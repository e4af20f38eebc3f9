import { join } from 'node:path'
import { z } from 'zod'
import { type Catalog, letterMessages, type wordGroups } from '../../documents/catalogs/catalog.ts'
import { type Language, language, languages } from '../../domain/languages.ts'
import { letterKinds } from '../../domain/letter/events.ts'
import { requirable } from '../../domain/report/completeness.ts'
import { questionnaire } from '../../domain/report/questionnaire.ts'
import { projectRoot } from '../installation/project-root.ts'
import { every, message, readLocaleFile } from './locale-file.ts'

/** `locales/<language>/letters.json`: exactly the messages that letters are made of. */
const letters = z.strictObject({
  language,
  direction: z.enum(['ltr', 'rtl']),
  formatLocale: z.string(),
  digits: z.string().length(10),
  months: z.array(message).length(12),
  enumeration: z.record(z.string(), message),
  notes: z.array(message),
  messages: every(letterMessages),
})

/** `locales/<language>/words.json`: a word for each name of the domain. */
const words = z.strictObject({
  letterKinds: every(letterKinds),
  letterOutcomes: every(['pending', 'accepted', 'refused', 'uncertain', 'withdrawn']),
  reviews: every(['open', 'returned', 'accepted', 'withdrawn']),
  submitted: every(['yes', 'no', 'partly']),
  questionnaire: every([...new Set([...Object.keys(questionnaire.shape), ...requirable.options])]),
} satisfies Record<(typeof wordGroups)[number], z.ZodType>)

/** One language's words without those that organizations bring: `wordings.ts` adds them. */
export type LocaleWords = Omit<Catalog, 'organizations'>

/**
 * The words of letters and pages in every language.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readLocales(folder: string = join(projectRoot(), 'locales')): Promise<Readonly<Record<Language, LocaleWords>>> {
  const read = await Promise.all(languages.map(async (each) => [each, await readCatalog(folder, each)] as const))
  return Object.fromEntries(read) as Record<Language, LocaleWords>
}

async function readCatalog(folder: string, name: Language): Promise<LocaleWords> {
  const { notes: _, ...said } = await readLocaleFile(letters, join(folder, name, 'letters.json'))
  if (said.language !== name) throw new Error(`locales/${name}/letters.json says that its language is ${said.language}`)
  return { ...said, words: await readLocaleFile(words, join(folder, name, 'words.json')) }
}
