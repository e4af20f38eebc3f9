import { z } from 'zod'
import { duty, dutyLetter, dutyReport } from '../../../domain/rulebook/duty.ts'
import { limit } from '../../../domain/rulebook/rule.ts'
import type { Citation } from './citation.ts'
import { dayOfYear, exactlyOneOf } from './moment.ts'
import { grounded, grounds, isGrounded } from './provenance.ts'
import { code } from './status.ts'
import { inItsLanguages } from './texts.ts'

const due = z
  .strictObject({
    /** The first such day after the closing of the session. */
    firstAfterClosing: dayOfYear.optional(),
    /** The first day after the last day of this stage. */
    dayAfter: limit.optional(),
  })
  .check(exactlyOneOf('firstAfterClosing', 'dayAfter'))

/** A file of `kinds/` of the family `instrument`: a kind of obligation that an adopted instrument puts on Members. */
export const dutySchema = (citation: Citation) => {
  const own = grounds(citation)
  const letter = z.strictObject({ ...dutyLetter.shape, due, ...own }).refine(isGrounded, grounded)
  const report = z.strictObject({ ...dutyReport.shape, performedOn: z.strictObject(dutyReport.shape.performedOn.shape), ...own }).refine(isGrounded, grounded)
  const answerWithin = z.strictObject({ days: z.int().positive(), ...own }).refine(isGrounded, grounded)
  return z
    .strictObject({
      ...duty.shape,
      family: z.literal('instrument'),
      code,
      name: inItsLanguages,
      opensOnConstituentMatter: code.optional(),
      due: z.strictObject({ from: duty.shape.due.shape.from, rules: z.array(code).min(1) }),
      letters: z.array(letter),
      report,
      discharge: z.strictObject(duty.shape.discharge.shape),
      answerWithin,
      ...own,
    })
    .refine(isGrounded, grounded)
    .refine(({ report: { required, performedOn } }) => required.includes(performedOn.field), {
      path: ['report', 'performedOn'],
      message: 'A complete report need not hold the day on which it was done. Require that field, or name one that is required.',
    })
    .refine(({ letters }) => new Set(letters.map((each) => each.letter)).size === letters.length, {
      path: ['letters'],
      message: 'One letter stands here twice. Of one obligation there is one of each name: take the other out.',
    })
}

export type DutySeed = Readonly<z.output<ReturnType<typeof dutySchema>>>
