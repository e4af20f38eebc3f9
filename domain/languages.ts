import { z } from 'zod'
import { languages } from './language-codes.ts'

/** The languages that the product has words in: a folder of `locales/` each. An organization uses some of them. */
export { languages }
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

/** A name or title in each language of its organization. */
export const inLanguages = z.object({ en: z.string().optional(), fr: z.string().optional(), es: z.string().optional(), ar: z.string().optional() })
export type InLanguages = Readonly<z.infer<typeof inLanguages>>

/** The languages in which an organization names things, and the one that stands where a page is read in another. */
export type OrganizationLanguages = { readonly languages: readonly Language[]; readonly fallback: Language }

/**
 * The language in which a text can be had: the one wanted, else the fallback of its organization, else the first that there is.
 *
 * @throws RangeError when there is no text at all
 */
export function languageOf(texts: InLanguages, wanted: Language, fallback: Language = wanted): Language {
  const found = [wanted, fallback, ...languages].find((each) => texts[each] !== undefined)
  if (found === undefined) throw new RangeError('A text has no words in any language')
  return found
}

/** A text in the language wanted, as far as there is one: see `languageOf`. */
export const textIn = (texts: InLanguages, wanted: Language, fallback?: Language): string => texts[languageOf(texts, wanted, fallback)] ?? ''

/** The same, or a plain text where there are no words to look up. */
export const textOr = (texts: InLanguages | null | undefined, wanted: Language, otherwise: string, fallback?: Language): string =>
  texts == null ? otherwise : textIn(texts, wanted, fallback)

/** The languages in which a text has no words. */
export const missingLanguages = (texts: InLanguages, wanted: readonly Language[]): readonly Language[] => wanted.filter((each) => texts[each] === undefined)
