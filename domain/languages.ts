import { z } from 'zod'
import { languages } from './language-codes.ts'

export { languages }
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

/** A name or title in each language. */
export const inLanguages = z.object({ en: z.string(), fr: z.string(), es: z.string(), ar: z.string() })
export type InLanguages = Readonly<z.infer<typeof inLanguages>>
