import type { z } from 'zod'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { KindReport } from '../rulebook/kind.ts'
import type { ReportField } from '../rulebook/report-field.ts'
import { fieldsForm } from './fields-form.ts'
import { questionnaireForm } from './questionnaire-form.ts'

/** A report as a form reads it: by the names of its questions. */
export type Answer = Readonly<Record<string, unknown>>

/** What of a report may stand in the record, by the paths of its fields: `contacts[2].since`. */
export type Values = Readonly<Record<string, string | number | boolean>>

/** A report that its sender attaches papers to. */
export type AttachedDocument = Readonly<Record<string, unknown>>

/** A form of reports: how one is read, judged, and put on record. */
export type Form = {
  /** None of its questions has to be answered, and nothing else may be said. */
  readonly schema: z.ZodType<Answer>
  /** An earlier report with what was added to it. */
  readonly merge: (earlier: Answer, addition: Answer) => Answer
  /** @throws Refusal where a date cannot be true */
  readonly checkDates: (answer: Answer, known: { readonly today: CalendarDate; readonly adoptedOn: CalendarDate | null }) => void
  /** What a report lacks, in the order in which it is required; empty when it is complete. */
  readonly missing: (answer: Answer) => readonly string[]
  readonly values: (answer: Answer) => Values
  /** The day on which it was done; `null` where the report does not say. */
  readonly performedOn: (answer: Answer) => CalendarDate | null
  /** The papers that come with it, and the rest. */
  readonly split: (answer: Answer) => { readonly documents: readonly AttachedDocument[]; readonly rest: Answer }
  readonly mayStateCircumstances: boolean
  /** The exceptional circumstances that it states, in its sender's words. */
  readonly circumstances: (answer: Answer) => string | null
  /** Whether a text is the name of one of its questions. */
  readonly isQuestion: (text: string) => boolean
}

/** The form of a kind's reports: its own fields, or a named form. */
export const formOf = (report: KindReport): Form => ('fields' in report ? fieldsForm(report) : questionnaireForm(report))

/** The fields that a kind declares; none where its form is a named one. */
export const fieldsOf = (report: KindReport): readonly ReportField[] => ('fields' in report ? report.fields : [])
