import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import type { ReportField } from '../rulebook/kind.ts'

/** An answer to a kind's questions: days as text, words, numbers, yes or no. */
export type FormAnswer = Readonly<Record<string, string | number | boolean>>

const byType = {
  day: calendarDate,
  words: z.string().trim().min(1).max(20_000),
  number: z.number(),
  'yes-no': z.boolean(),
} as const

/** The questions of a kind as a strict schema: none has to be answered, and nothing else may be said. */
export const formSchema = (fields: readonly ReportField[]): z.ZodType<FormAnswer> =>
  z.strictObject(Object.fromEntries(fields.map(({ name, type }) => [name, byType[type].optional()]))) as unknown as z.ZodType<FormAnswer>

/** What of an answer may stand in the record: everything but words. */
export const valuesOf = (fields: readonly ReportField[], answer: FormAnswer): FormAnswer =>
  Object.fromEntries(Object.entries(answer).filter(([name]) => fields.some((field) => field.name === name && field.type !== 'words')))
