import { z } from 'zod'
import { inLanguages } from '../languages.ts'
import { letterKind } from '../letter/events.ts'
import { source } from '../provenance.ts'

/** Where a day is from: a source, or this product's own default. */
const grounds = { productDefault: z.boolean().optional(), note: z.string().optional(), source: z.array(source).optional() }

/** A name inside a kind: `to-department`, `deliveredOn`. */
const name = z.string().regex(/^[a-z][A-Za-z0-9-]*$/)

/**
 * How one of a kind's days follows.
 *
 * `timing`: the last day of what is printed. `session-opening` and `session-closing`: so many days before the session's own day.
 * A day that cannot be known yet is left out until it can.
 */
export const dueRule = z.object({
  limit: name,
  from: z.enum(['timing', 'session-opening', 'session-closing']),
  /** Days before that day. */
  daysBefore: z.int().nonnegative().default(0),
  name: inLanguages,
  ...grounds,
})
export type DueRule = Readonly<z.infer<typeof dueRule>>

/** A letter that goes of itself while the obligation is open. */
export const letterRule = z.object({
  letter: letterKind.extract(['request', 'notice', 'reminder', 'invitation']),
  /** Counted from the last day of this stage, from the day on which the obligation opened, or from the first day of the timing. */
  from: z.union([z.object({ limit: name }), z.literal('opening'), z.literal('timing-begins')]),
  /** Days after that day; negative: before it. */
  days: z.int(),
  /** Goes again, each time so many months later, until the obligation ends: `review` is the cadence of its plan. */
  every: z.union([z.object({ months: z.int().positive() }), z.literal('review')]).optional(),
  ...grounds,
})
export type LetterRule = Readonly<z.infer<typeof letterRule>>

/** A question of a kind's report. `words` are sealed; the other values stand in the record. */
export const reportField = z.object({ name, type: z.enum(['day', 'words', 'number', 'yes-no']), required: z.boolean(), label: inLanguages })
export type ReportField = Readonly<z.infer<typeof reportField>>

/** What ends the obligation: a complete report, or a reported number that reaches the target. */
export const dischargeRule = z.discriminatedUnion('by', [z.object({ by: z.literal('complete-report') }), z.object({ by: z.literal('target'), field: name })])

/** One kind of obligation, whole: who owes, by when, which letters go, what a report holds, what discharges it. */
export const kind = z.object({
  code: z.string(),
  name: inLanguages,
  owedBy: z.array(z.enum(['member', 'unit'])).min(1),
  due: z.array(dueRule),
  letters: z.array(letterRule),
  report: z.object({
    fields: z.array(reportField).min(1),
    /** The field that says on which day it was done. */
    performedOn: name,
  }),
  discharge: dischargeRule,
  /** Days in which a returned report is to be completed. */
  answerWithin: z.int().positive(),
  ...grounds,
})
export type Kind = Readonly<z.infer<typeof kind>>
