import { z } from 'zod'
import type { Citation } from './citation.ts'
import { text } from './status.ts'
import { inItsLanguages } from './texts.ts'

/** A day, a month or a year in ISO form where it is a date; else the words or the number. A number may stand without quotes. */
const value = z.union([text, z.number()]).transform(String)

/** A value that a document prints, beside its own words, and where. */
const printed = (citation: Citation) => z.strictObject({ value, wording: text.optional(), source: citation })

/** What follows from the print: the sum of the components of the plan of this document, or what the entry says. */
const computed = z.union([z.null(), z.strictObject({ sumOf: z.literal('components') }), text])

const discrepancy = (citation: Citation) =>
  z
    .strictObject({
      /** Stable, in small letters: `spf-v-2-i-late`. */
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id holds small letters, digits and single hyphens. Correct it.'),
      /** As printed, `V-2(i)`: also a row that is referred to and does not exist. */
      rows: z.array(text).default([]),
      what: inItsLanguages,
      printed: z.array(printed(citation)).min(1),
      computed: computed.default(null),
    })
    .refine((one) => one.printed.length > 1 || one.computed !== null, {
      path: ['printed'],
      message: 'One place alone contradicts nothing. Name the other place, or say in `computed` what follows.',
    })

/** One file of `discrepancies/`, named for the code of its document in small letters. */
export const discrepanciesSchema = (citation: Citation) => z.array(discrepancy(citation)).min(1)

export type DiscrepancySeed = Readonly<z.output<ReturnType<typeof discrepancy>>>

export const asksForSum = (asked: DiscrepancySeed['computed']): asked is { sumOf: 'components' } => typeof asked === 'object' && asked !== null
