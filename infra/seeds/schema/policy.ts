import { z } from 'zod'
import { letterKind } from '../../../domain/letter/events.ts'
import { stage } from '../../../domain/rulebook/rule.ts'
import type { Citation } from './citation.ts'
import { exactlyOneOf } from './moment.ts'
import { code, text } from './standing.ts'

/** A month and a day of any year: `08-01`. */
export const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'This is no day of a year. Write the month and the day, as 08-01.')

const due = z
  .strictObject({
    /** The first such day after the closing of the session. */
    firstAfterClosing: dayOfYear.optional(),
    /** The first day after the last day of this stage. */
    dayAfter: stage.optional(),
    /** At once. */
    upon: z.enum(['report-recorded', 'report-incomplete']).optional(),
  })
  .check(exactlyOneOf('firstAfterClosing', 'dayAfter', 'upon'))

const days = z.strictObject({ days: z.int().nonnegative(), productDefault: z.literal(true) })

const letter = (citation: Citation) =>
  z
    .strictObject({
      kind: letterKind,
      due,
      /** Calendar days from the letter to the answer that it asks for. */
      answerWithin: days.optional(),
      /** True where the day is ours: no source sets it. */
      productDefault: z.boolean().default(false),
      note: text.optional(),
      source: z.array(citation).default([]),
    })
    .refine(({ productDefault, source }) => productDefault || source.length > 0, {
      path: ['source'],
      message: 'The source is missing. Cite one, or set `productDefault: true` where the day is ours.',
    })

/** One file of `policies/`. */
export const policySchema = (citation: Citation) => z.strictObject({ code, title: text, window: days, letters: z.array(letter(citation)).min(1) })

export type PolicySeed = Readonly<z.output<ReturnType<typeof policySchema>>>
