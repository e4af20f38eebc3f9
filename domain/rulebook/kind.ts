import { z } from 'zod'
import { closedDayRule, countConvention } from '../calendar/computation.ts'
import { period } from '../calendar/period.ts'
import { inLanguages } from '../languages.ts'
import { letterKind } from '../letter/events.ts'
import { source } from '../provenance.ts'
import { dayField, requirable } from '../report/completeness.ts'
import { askable } from '../report/questionnaire.ts'
import { fieldName, reportField } from './report-field.ts'

/** Where a day is from: a source, or this product's own default. */
const grounds = { productDefault: z.boolean().optional(), note: z.string().optional(), source: z.array(source).optional() }

const name = fieldName

/** What happened and is on record, of a type that the organization declares. */
export const eventOrigin = z.object({ event: z.string() })

const fixedOrigin = z.enum(['timing', 'session-opening', 'session-closing', 'opening'])

/**
 * What a limit can be counted from.
 *
 * `timing`: the last day of what is printed. `session-opening` and `session-closing`: the session's own day. `opening`: the day on which
 * the obligation opened. `event`: the day of an event that is on record about the same thing as the obligation.
 */
export const limitOrigin = z.union([fixedOrigin, eventOrigin])
export type LimitOrigin = z.infer<typeof limitOrigin>

/** How one of a kind's limits follows. A day that cannot be known yet is left out until it can. */
export const dueRule = z.object({
  limit: name,
  from: limitOrigin,
  /** Periods before that day, or after it, one after the other; without either, that day itself. */
  before: z.array(period).min(1).optional(),
  after: z.array(period).min(1).optional(),
  /** Whether the day counted from is itself counted; where days alone are counted, it is not, unless this says so. */
  convention: countConvention.optional(),
  /** Where the last day goes if it is closed. */
  ifClosed: closedDayRule.optional(),
  /** Stands open only to those who state exceptional circumstances. */
  exceptional: z.boolean().optional(),
  name: inLanguages,
  ...grounds,
})
export type DueRule = Readonly<z.infer<typeof dueRule>>

/** A day of the year, `08-01`: the first one after a session's own day, after the day on which the obligation opened, or after an event. */
const dayOfYearAfter = z.object({ dayOfYear: z.string(), after: z.union([fixedOrigin.exclude(['timing']), eventOrigin]) })

/** A letter that is sent while the obligation is open, without anyone asking for it. */
export const letterRule = z.object({
  letter: letterKind.exclude(['acknowledgement', 'return']),
  /** Counted from the last day of this limit, the day on which the obligation opened, the first day of the timing, a day of the year, or an event. */
  from: z.union([z.object({ limit: name }), z.literal('opening'), z.literal('timing-begins'), dayOfYearAfter, eventOrigin]),
  /** Days after that day; negative: before it. */
  days: z.int(),
  /** Goes again, each time so many months later, until the obligation ends: `review` is the cadence of its plan. */
  every: z.union([z.object({ months: z.int().positive() }), z.literal('review')]).optional(),
  /** Goes once, even if its day moves after it went. */
  once: z.boolean().optional(),
  /** Does not go once exceptional circumstances were stated. */
  suppressedBy: z.literal('exceptional-circumstances').optional(),
  /** Its name among the steps; where none is given, the letter and what its day is counted from. */
  step: name.optional(),
  ...grounds,
})
export type LetterRule = Readonly<z.infer<typeof letterRule>>

const fieldsReport = z.object({
  fields: z.array(reportField).min(1),
  /** The field that says on which day it was done. */
  performedOn: name,
})

/** The Memorandum's questionnaire, by the names of its points. */
const questionnaireReport = z.object({
  form: z.literal('questionnaire'),
  /** Without these no report is complete, in this order. */
  required: z.array(requirable).min(1),
  /** What letters ask for, required or not. */
  requested: z.array(askable),
  /** The day on which it was done; where `given` names a point, only a report that meets that point says so. */
  performedOn: z.object({ field: dayField, given: requirable.optional() }),
})

/** What a report holds: fields that the kind declares, or a named form. */
export const kindReport = z.union([fieldsReport, questionnaireReport])
export type KindReport = Readonly<z.infer<typeof kindReport>>
export type FieldsReport = Readonly<z.infer<typeof fieldsReport>>
export type QuestionnaireReport = Readonly<z.infer<typeof questionnaireReport>>

/** What ends the obligation: a complete report, or a reported number that reaches the target. */
export const dischargeRule = z.discriminatedUnion('by', [z.object({ by: z.literal('complete-report') }), z.object({ by: z.literal('target'), field: name })])

/** The kind that a report opens beside its own, once one of its values is yes. */
export const opensRule = z.object({ kind: z.string(), when: name })

/** One kind of obligation, whole: who owes, by when, which letters go, what a report holds, what discharges it. */
export const kind = z.object({
  code: z.string(),
  name: inLanguages,
  owedBy: z.array(z.enum(['member', 'unit'])).min(1),
  /** With its cycle, for each Member on the day of adoption; or for one whose report says so. Absent: a row of a plan or a decision asks for it. */
  opensUpon: z.enum(['session-closing', 'government-statement']).optional(),
  /** What a report of this kind can open. */
  opens: opensRule.optional(),
  /** The rules of which the one that applies to the instrument sets limits, by their codes. */
  provisions: z.array(z.string()).min(1).optional(),
  limits: z.array(dueRule),
  letters: z.array(letterRule),
  report: kindReport,
  discharge: dischargeRule,
  /** Days in which a returned report is to be completed. */
  answerWithin: z.int().positive(),
  ...grounds,
})
export type Kind = Readonly<z.infer<typeof kind>>
