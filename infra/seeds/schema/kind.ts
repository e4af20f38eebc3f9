import { z } from 'zod'
import { dischargeRule, dueRule, kind, letterRule, reportField } from '../../../domain/rulebook/kind.ts'
import type { Citation } from './citation.ts'
import { dutySchema } from './duty.ts'
import { grounded, grounds, isGrounded } from './provenance.ts'
import { code, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

/** One file of `kinds/`: a kind of obligation, whole. Nothing else needs to know of it. */
export const kindSchema = (citation: Citation) =>
  z.discriminatedUnion('family', [enteredKindSchema(citation), dutySchema(citation)], { error: 'A family is entered (or left out) or instrument' })

/** What a row of a document or a decision asks: the family that is meant where none is named. */
const enteredKindSchema = (citation: Citation) => {
  const own = grounds(citation)
  const due = z.strictObject({ ...dueRule.shape, name: inItsLanguages, ...own }).refine(isGrounded, grounded)
  const letter = z.strictObject({ ...letterRule.shape, ...own }).refine(isGrounded, grounded)
  const field = z.strictObject({ ...reportField.shape, label: inItsLanguages })
  return z
    .strictObject({
      ...kind.shape,
      family: z.literal('entered').optional(),
      code,
      name: inItsLanguages,
      due: z.array(due),
      letters: z.array(letter),
      report: z.strictObject({ fields: z.array(field).min(1), performedOn: text }),
      discharge: dischargeRule,
      ...own,
    })
    .refine(isGrounded, grounded)
    .refine(({ report }) => report.fields.some(({ name, type }) => name === report.performedOn && type === 'day'), {
      path: ['report', 'performedOn'],
      message: 'No field of the report is a day of this name. Name the field that says on which day it was done.',
    })
    .refine(({ discharge, report }) => discharge.by !== 'target' || report.fields.some(({ name, type }) => name === discharge.field && type === 'number'), {
      path: ['discharge', 'field'],
      message: 'No field of the report is a number of this name. Name the field that the target is compared with.',
    })
    .refine(({ due, letters }) => letters.every(({ from }) => typeof from === 'string' || due.some(({ limit }) => limit === from.limit)), {
      path: ['letters'],
      message: 'A letter counts from a stage that this kind does not have. Correct the stage.',
    })
}

export type KindSeed = Readonly<z.output<ReturnType<typeof kindSchema>>>
export type EnteredKindSeed = Exclude<KindSeed, { readonly family: 'instrument' }>
