import { z } from 'zod'
import { type Language, language, languages } from '../../../domain/languages.ts'
import { text } from './status.ts'

const each = text.optional()

/** A text in the languages of its organization: `checkLanguages` sees to it that none is missing and none is foreign. */
export const inItsLanguages = z
  .strictObject({ en: each, fr: each, es: each, ar: each })
  .refine((texts) => Object.keys(texts).length > 0, 'There are no words here. Write them in each language of the organization.')

/** A language that letters and pages can be written in. */
export const productLanguage = z.custom<Language>((input) => language.safeParse(input).success, {
  error: ({ input }) =>
    `The product has no words in ${String(input)}: there is no locales/${String(input)}. Use ${languages.join(', ')}, or add its catalog first.`,
})

/** The languages of an organization, in the order in which it names them. */
export const organizationLanguages = z
  .array(productLanguage)
  .min(1)
  .max(8, 'An organization has at most eight languages.')
  .refine((given) => new Set(given).size === given.length, 'A language stands here twice. Take one of the two out.')
