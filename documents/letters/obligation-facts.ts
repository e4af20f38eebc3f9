import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Timing } from '../../domain/calendar/timing.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import type { LimitComputation } from '../../domain/obligation/limit.ts'
import type { DateStatus } from '../../domain/provenance.ts'
import type { Askable } from '../../domain/report/questionnaire.ts'
import type { ReportField } from '../../domain/rulebook/report-field.ts'
import type { PerformanceClass } from '../../domain/status/performance.ts'

/** What a letter says of one obligation. */
export type ObligationFacts = NoticeFacts & {
  readonly kind: KindFacts
  /** Of the instrument, or of what the row asks. */
  readonly title: InLanguages
  readonly basis: BasisFacts
  /** The session from whose days it is counted. */
  readonly session?: SessionName
  /** In the order of their days. */
  readonly limits: readonly LimitFacts[]
  /** `newest`: the latest observation on record. */
  readonly target?: { readonly atLeast: number; readonly unit: InLanguages; readonly newest: { readonly value: number; readonly on: CalendarDate } | null }
  /** Acknowledgement and return: the report that the letter answers. */
  readonly report?: ReportFacts
}

/** What letters may say of the notice that they answer. */
export type NoticeFacts = {
  readonly id: string
  /** A step taken after its day shows both. */
  readonly lateBoth?: { readonly dueOn: CalendarDate; readonly sentOn: CalendarDate }
  /** Return: what the report lacks, by the names of its questions: `authorityAction`. */
  readonly missing?: readonly string[]
  /** Return: what the reviewer wrote. */
  readonly remarks?: string
  /** Return: the day by which the rest is asked for. */
  readonly returnDue?: CalendarDate
}

/** What the kind said when the obligation was opened. */
export type KindFacts = {
  readonly code: string
  readonly name: InLanguages
  /** The questions of its report that it declares itself, in their order. */
  readonly fields: readonly ReportField[]
  /** The one of them that asks on which day it was done; `null` where its form is a named one. */
  readonly performedOn: string | null
  /** The points of the questionnaire that letters ask for, where its report is one. */
  readonly requested: readonly Askable[]
  /** The kind that a report of it can open; `null`: none. */
  readonly opens: string | null
}

/** What asks it. */
export type BasisFacts = {
  /** An instrument's code, `R202`, or that of the plan and the row. */
  readonly code: string
  /** As cited: `ILO Constitution, art. 19(6)(b)`. */
  readonly source: readonly string[]
  /** The words of a document, in its language; `null` where an instrument asks it. */
  readonly printed: PrintedFacts | null
  /** The department that answers for it, as the record names it. */
  readonly responsible: string | null
}

export type PrintedFacts = {
  readonly language: Language
  readonly text: string
  /** The timing in the words of the document, `null` where it prints none, and as it was read. */
  readonly timing: { readonly printed: string | null; readonly parsed: Timing; readonly status: DateStatus }
}

/** `number` as printed; `null` where the session is not on record yet. `body`: the body's code. */
export type SessionName = { readonly id: string; readonly organization: string; readonly body: string; readonly number: string | null }

/** One of an obligation's limits, and how it was computed. */
export type LimitFacts = {
  readonly limit: string
  /** `null` where its period names it. */
  readonly name: InLanguages | null
  /** The date that governs. */
  readonly date: CalendarDate
  /** Stands open only where exceptional circumstances made the first limit impossible. */
  readonly exceptional: boolean
  /** True where the day may still move. */
  readonly provisional: boolean
  /** `unconfirmed`: no source yet says which way of counting applies. */
  readonly computation: Omit<LimitComputation, 'session'> & { readonly unconfirmed: boolean }
  /** The date as a document prints it, with its wording in the language of that document. */
  readonly printed?: { readonly date: CalendarDate; readonly wording: string; readonly language: Language; readonly source: string }
  /** What sets the day beside the provision: sources as cited, or this product's own default. */
  readonly rule: { readonly source: readonly string[]; readonly productDefault: boolean }
}

export type ReportFacts = {
  readonly receivedOn: CalendarDate
  /** The day on which it was done, by the report; `null` where the report does not say. */
  readonly performedOn: CalendarDate | null
  readonly class: PerformanceClass | null
  /** Of an indicator: the number reported. */
  readonly value?: number
}
