import { z } from 'zod'
import { kindLabels } from '../../../documents/catalogs/kind-words.ts'
import { letterKinds } from '../../../domain/letter/events.ts'
import { inItsLanguages } from './texts.ts'

const sentences = z.strictObject({ subject: inItsLanguages, opening: inItsLanguages, ask: inItsLanguages.optional() })

const record = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>)

/** What a kind says in its own words, in each language of its organization: `documents/catalogs/kind-words.ts` has what they may draw on. */
export const kindWordsSchema = z.strictObject({
  labels: record(kindLabels, inItsLanguages.optional()).default({}),
  calendar: inItsLanguages.optional(),
  letters: record(
    letterKinds,
    z.union([z.literal('common'), sentences], { error: 'A letter has a subject and an opening of its own, or is `common`.' }).optional(),
  ),
})
