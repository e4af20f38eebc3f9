import { z } from 'zod'
import { closedDayRule } from '../../../domain/calendar/computation.ts'
import { dischargeRule, dueRule, kind, kindReport, letterRule } from '../../../domain/rulebook/kind.ts'
import type { Citation } from './citation.ts'
import { kindWordsSchema } from './kind-words.ts'
import { dayOfYear } from './moment.ts'
import { periodsSeed } from './period.ts'
import { grounded, grounds, isGrounded } from './provenance.ts'
import { repeatedNames, reportFieldSchema } from './report-field.ts'
import { code, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

const [, questionnaireReport] = kindReport.options

const eventSeed = z.strictObject({ event: code })
const limitOrigin = z.union([dueRule.shape.from.options[0], eventSeed], {
  error: 'Nothing is counted from this. Write timing, session-opening, session-closing, opening or { event: <type> }.',
})

/** One file of `kinds/`: a kind of obligation, whole. Nothing else needs to know of it. */
export const kindSchema = (citation: Citation) => {
  const own = grounds(citation)
  return z
    .strictObject({
      ...kind.shape,
      code,
      name: inItsLanguages,
      opens: z.strictObject({ kind: code, when: text }).optional(),
      provisions: z.array(code).min(1).optional(),
      limits: z.array(limitSchema(citation)).default([]),
      letters: z.array(letterSchema(citation)),
      report: reportSchema(citation),
      discharge: dischargeRule,
      answerWithin: answerWithin(citation),
      words: kindWordsSchema,
      ...own,
    })
    .refine(isGrounded, grounded)
    .refine(({ report }) => report.form === 'questionnaire' || report.fields.some((field) => field.name === report.performedOn && field.type === 'day'), {
      path: ['report', 'performedOn'],
      message: 'No field of the report is a day of this name. Name the field that says on which day it was done.',
    })
    .refine(({ report }) => isDayRequired(report), {
      path: ['report', 'performedOn'],
      message: 'A complete report need not hold the day on which it was done. Require that field, or name one that is required.',
    })
    .superRefine(({ report }, context) => {
      if (report.form === 'questionnaire') return
      for (const { path, name } of repeatedNames(report.fields, ['report', 'fields']))
        context.addIssue({ code: 'custom', path: [...path], message: `${name} stands here twice. Give one of the two another name.` })
    })
    .refine(({ discharge, report }) => discharge.by !== 'target' || isNumber(report, discharge.field), {
      path: ['discharge', 'field'],
      message: 'No field of the report is a number of this name. Name the field that the target is compared with.',
    })
    .refine(({ letters }) => new Set(letters.map(stepOf)).size === letters.length, {
      path: ['letters'],
      message: 'One letter stands here twice. Of one obligation there is one of each name: take the other out.',
    })
    .refine(({ limits, letters, provisions }) => provisions !== undefined || letters.every(({ from }) => isLimitOf(limits, from)), {
      path: ['letters'],
      message: 'A letter counts from a stage that this kind does not have. Correct the stage.',
    })
}

export type KindSeed = Readonly<z.output<ReturnType<typeof kindSchema>>>
type ReportSeed = z.output<ReturnType<typeof reportSchema>>
type LetterSeed = z.output<ReturnType<typeof letterSchema>>

const limitSchema = (citation: Citation) =>
  z
    .strictObject({
      ...dueRule.shape,
      from: limitOrigin,
      before: periodsSeed.optional(),
      after: periodsSeed.optional(),
      ifClosed: z.strictObject(closedDayRule.shape).optional(),
      name: inItsLanguages,
      ...grounds(citation),
    })
    .refine(isGrounded, grounded)
    .refine(({ before, after }) => before === undefined || after === undefined, {
      path: ['before'],
      message: 'A limit lies before the day counted from or after it. Keep one of the two.',
    })
    .refine(({ before = [], after = [], convention }) => convention !== undefined || [...before, ...after].every((period) => 'days' in period), {
      path: ['convention'],
      message: 'Whether the day counted from is itself counted is not said. Write convention: anniversary if it is not, day_before if it is.',
    })
    .refine(({ before, convention }) => before === undefined || convention !== 'day_before', {
      path: ['convention'],
      message: 'Backwards, the day counted from is not counted. Write convention: anniversary.',
    })

const letterSchema = (citation: Citation) => {
  const [ofLimit, opening, begins, ofYear] = letterRule.shape.from.options
  const from = z.union([ofLimit, opening, begins, z.strictObject({ ...ofYear.shape, dayOfYear }), eventSeed])
  return z.strictObject({ ...letterRule.shape, from, ...grounds(citation) }).refine(isGrounded, grounded)
}

const reportSchema = (citation: Citation) => {
  const { required, requested, performedOn } = questionnaireReport.shape
  const { productDefault, note, source } = grounds(citation)
  return z.discriminatedUnion(
    'form',
    [
      z.strictObject({ form: z.undefined().optional(), fields: z.array(reportFieldSchema).min(1), performedOn: text, productDefault, note, source }),
      z.strictObject({
        ...{ form: z.literal('questionnaire'), required, requested, productDefault, note, source },
        performedOn: z.strictObject(performedOn.shape),
      }),
    ],
    { error: 'A form is the questionnaire, or left out where the fields stand here' },
  )
}

/** So many days; with where they are from, where that is not said of the whole kind. */
const answerWithin = (citation: Citation) =>
  z.union([kind.shape.answerWithin, z.strictObject({ days: kind.shape.answerWithin, ...grounds(citation) }).refine(isGrounded, grounded)])

const isDayRequired = (report: ReportSeed): boolean =>
  report.form === 'questionnaire'
    ? report.required.includes(report.performedOn.field)
    : report.fields.every(({ name, required }) => name !== report.performedOn || required)

const isNumber = (report: ReportSeed, name: string): boolean =>
  report.form !== 'questionnaire' && report.fields.some((field) => field.name === name && field.type === 'number')

const stepOf = ({ step, letter, from }: LetterSeed): string => step ?? `${letter}-${JSON.stringify(from)}`

const isLimitOf = (limits: readonly { readonly limit: string }[], from: LetterSeed['from']): boolean =>
  typeof from === 'string' || !('limit' in from) || limits.some(({ limit }) => limit === from.limit)
