import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Timing } from '../../domain/calendar/timing.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import type { DateStatus } from '../../domain/provenance.ts'
import type { PerformanceClass } from '../../domain/status/performance.ts'
import type { ToldFacts } from './letter-facts.ts'

/** What a letter says of one obligation of a declared kind. */
export type EnteredFacts = ToldFacts & {
  readonly family: 'entered'
  /** `fields`: the questions of its report, in their order. */
  readonly kind: { readonly code: string; readonly name: InLanguages; readonly fields: readonly FieldFacts[] }
  readonly title: InLanguages
  /** The row or provision that asks it: where it stands, and its words in the language of the document. */
  readonly row: { readonly source: readonly string[]; readonly printed: { readonly language: Language; readonly text: string } }
  /** The timing in the words of the document, `null` where it prints none, and as it was read. */
  readonly timing: { readonly printed: string | null; readonly parsed: Timing; readonly status: DateStatus }
  /** The session that the timing names, if it names one. */
  readonly session?: SessionName
  readonly days: readonly DayFacts[]
  /** The department that answers for it, as the record names it. */
  readonly responsible?: string
  /** `newest`: the latest observation on record. */
  readonly target?: { readonly atLeast: number; readonly unit: InLanguages; readonly newest: { readonly value: number; readonly on: CalendarDate } | null }
  /** Acknowledgement and return: the report that the letter answers. */
  readonly report?: AnswerFacts
}

/** `number` as printed; `null` where the session is not on record yet. `body`: the body's code. */
export type SessionName = { readonly id: string; readonly organization: string; readonly body: string; readonly number: string | null }

/** One of an obligation's days, and how it was found. */
export type DayFacts = {
  readonly limit: string
  readonly name: InLanguages
  readonly date: CalendarDate
  /** True where the day may still move. */
  readonly provisional: boolean
  readonly basis: {
    readonly from: 'timing' | 'session-opening' | 'session-closing'
    /** The day counted from. */
    readonly day: CalendarDate
    readonly daysBefore: number
    readonly status: DateStatus
  }
  /** What sets the day: provisions as cited, or this product's own default. */
  readonly rule: { readonly source: readonly string[]; readonly productDefault: boolean }
}

/** A question of the report. `performedOn`: it asks on which day it was done. */
export type FieldFacts = { readonly name: string; readonly label: InLanguages; readonly required: boolean; readonly performedOn: boolean }

export type AnswerFacts = {
  readonly receivedOn: CalendarDate
  /** The day on which it was done, by the report; `null` where the report does not say. */
  readonly doneOn: CalendarDate | null
  readonly class: Extract<PerformanceClass, 'inTime' | 'late' | 'undated'> | null
  /** Of an indicator: the number reported. */
  readonly value?: number
}
