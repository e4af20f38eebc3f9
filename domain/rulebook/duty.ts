import { z } from 'zod'
import { inLanguages } from '../languages.ts'
import { source } from '../provenance.ts'
import { dayField, requirable } from '../report/completeness.ts'
import { askable } from '../report/questionnaire.ts'
import { limit } from './rule.ts'

const grounds = { productDefault: z.boolean().optional(), note: z.string().optional(), source: z.array(source).optional() }

/** The letters that go of themselves about an adopted instrument. */
const dutyLetterKind = z.enum(['request', 'reminder12', 'reminder18'])

/** When such a letter goes, and whether it is spared. */
export const dutyLetter = z.object({
  letter: dutyLetterKind,
  /** On the first day of that month and number (`08-01`) after the closing; or on the day after the last day of a stage. */
  due: z.union([z.object({ firstAfterClosing: z.string() }), z.object({ dayAfter: limit })]),
  /** Does not go once the Government has stated exceptional circumstances. */
  suppressedBy: z.literal('exceptional-circumstances').optional(),
  ...grounds,
})
export type DutyLetter = Readonly<z.infer<typeof dutyLetter>>

/** What a report holds, by the names of the questionnaire. */
export const dutyReport = z.object({
  /** Without these no report is complete, in this order. */
  required: z.array(requirable).min(1),
  /** What letters ask for, required or not. */
  requested: z.array(askable),
  /** The day on which it was done; where `given` names a point, only a report that meets that point says so. */
  performedOn: z.object({ field: dayField, given: requirable.optional() }),
})

/**
 * A kind of obligation that an adopted instrument puts on Members, whole: who owes, under which provisions and by when, which letters go,
 * what a report holds, what discharges it. Its days are counted from the closing of the session.
 */
export const duty = z.object({
  code: z.string(),
  name: inLanguages,
  /** The Members on the day of adoption; what a provision says of later ones stands with the provision. */
  owedBy: z.literal('members-on-adoption'),
  /** Opened with its cycle, for each party; or for one whose Government states that the matter is for constituent units. */
  opensUpon: z.enum(['session-closing', 'government-statement']),
  /** The kind that such a statement, made in a report of this kind, opens. */
  opensOnConstituentMatter: z.string().optional(),
  /** The limits of the one provision that applies to the instrument, by the codes of the rules. */
  due: z.object({ from: z.literal('provision'), rules: z.array(z.string()).min(1) }),
  letters: z.array(dutyLetter),
  report: dutyReport,
  discharge: z.object({ by: z.literal('complete-report') }),
  /** Days in which a returned report is to be completed. */
  answerWithin: z.int().positive(),
})
export type Duty = Readonly<z.infer<typeof duty>>
