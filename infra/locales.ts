import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { letterMessages, type Wording, type wordGroups } from '../activities/letters/wording.ts'
import { type Language, language, languages } from '../domain/languages.ts'
import { letterKinds } from '../domain/letter/events.ts'
import { requirable } from '../domain/report/completeness.ts'
import { questionnaire } from '../domain/report/questionnaire.ts'
import { stage } from '../domain/rulebook/rule.ts'
import { projectRoot } from './project-root.ts'

// Not trimmed: a space at an end may be part of the message.
const messages = z.string().regex(/\S/, 'says nothing')
const every = (names: readonly string[]) => z.strictObject(Object.fromEntries(names.map((name) => [name, messages])))

/** `locales/<language>/letters.json`: exactly the messages that letters are made of. */
const letters = z.strictObject({
  language,
  direction: z.enum(['ltr', 'rtl']),
  formatLocale: z.string(),
  digits: z.string().length(10),
  months: z.array(messages).length(12),
  enumeration: z.record(z.string(), messages),
  notes: z.array(messages),
  messages: every(letterMessages),
})

/** `locales/<language>/words.json`: a word for each name of the domain. */
const words = z.strictObject({
  stages: every(stage.options),
  submissionClasses: every(['inTime', 'inExceptionalWindow', 'late']),
  letterKinds: every(letterKinds),
  letterOutcomes: every(['pending', 'accepted', 'refused', 'uncertain', 'withdrawn']),
  reviews: every(['open', 'returned', 'accepted', 'withdrawn']),
  submitted: every(['yes', 'no', 'partly']),
  questionnaire: every([...new Set([...Object.keys(questionnaire.shape), ...requirable.options])]),
} satisfies Record<(typeof wordGroups)[number], z.ZodType>)

/** One language's words without those that organizations bring: `wordings.ts` adds them. */
export type LocaleWords = Omit<Wording, 'organizations'>

/**
 * The words of letters and pages in every language.
 *
 * @throws Error naming the file and each key that is missing, unknown or empty
 */
export async function readLocales(folder: string = join(projectRoot(), 'locales')): Promise<Readonly<Record<Language, LocaleWords>>> {
  const read = await Promise.all(languages.map(async (each) => [each, await readWording(folder, each)] as const))
  return Object.fromEntries(read) as Record<Language, LocaleWords>
}

async function readWording(folder: string, name: Language): Promise<LocaleWords> {
  const { notes: _, ...said } = await readChecked(letters, join(folder, name, 'letters.json'))
  if (said.language !== name) throw new Error(`locales/${name}/letters.json says that its language is ${said.language}`)
  return { ...said, messages: said.messages as Wording['messages'], words: await readChecked(words, join(folder, name, 'words.json')) }
}

async function readChecked<Content>(schema: z.ZodType<Content>, path: string): Promise<Content> {
  const checked = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!checked.success) throw new Error(`${path}:\n${z.prettifyError(checked.error)}`)
  return checked.data
}
