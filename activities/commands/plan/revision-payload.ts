import { z } from 'zod'
import { rowInput, timingInput } from '../../plan/row-input.ts'
import { sourcesInput } from '../../source-input.ts'

const text = z.string().trim().min(1)

const change = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal('timing'),
    row: text,
    timing: timingInput,
    /** Ids, where it is not for all that follow the timing of the row. */
    obligations: z.array(text).min(1).optional(),
  }),
  z.strictObject({ change: z.literal('dropped'), row: text }),
  z.strictObject({ change: z.literal('added'), row: rowInput }),
])
export type ChangeInput = z.infer<typeof change>

const rowOf = (given: ChangeInput): string => (given.change === 'added' ? given.row.id : given.row)

/** A revision of a plan, as its file gives it: why, by what decision or document, and what becomes of which row. */
export const revisePlanPayload = z.strictObject({
  plan: text,
  reason: text.max(2_000),
  /** A decision on record. */
  decision: text.optional(),
  source: sourcesInput.optional(),
  changes: z
    .array(change)
    .min(1)
    .max(1_000)
    .superRefine((changes, context) => {
      for (const [index, given] of changes.entries())
        if (changes.findIndex((each) => rowOf(each) === rowOf(given)) < index)
          context.addIssue({ code: 'custom', path: [index, 'row'], message: `Row ${rowOf(given)} is revised before: say once what becomes of it` })
    }),
})
export type RevisePlan = z.output<typeof revisePlanPayload>
