import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Reckoning } from '../../domain/calendar/reckoning.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import type { Stage } from '../../domain/rulebook/rule.ts'

export const letterKinds = ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return'] as const
export type LetterKind = (typeof letterKinds)[number]

/** What one letter says, before any wording: plain data, taken from the record. */
export type LetterFacts = {
  readonly kind: LetterKind
  readonly letterId: string
  /** The letter's own date. */
  readonly date: CalendarDate
  /** `code` is the ISO 3166-1 alpha-3 code of the State. */
  readonly debtor: { readonly code: string; readonly name: InLanguages }
  readonly organization: InLanguages
  /** A rehearsal's letter says so in its subject and in its first line. */
  readonly synthetic: boolean
  /** Where following began after the clocks did: steps before this day were not taken. */
  readonly trackedFrom?: CalendarDate
  /** Where the answer goes. */
  readonly reply: { readonly address: string; readonly portal?: string }
  readonly obligations: readonly ObligationFacts[]
}

export type ObligationFacts = {
  readonly id: string
  readonly instrument: { readonly code: string; readonly title: InLanguages }
  readonly provision: Provision
  readonly deadlines: readonly DeadlineFacts[]
  /** A step taken after its day shows both. */
  readonly lateBoth?: { readonly dueOn: CalendarDate; readonly sentOn: CalendarDate }
  /** Acknowledgement and return: the report that the letter answers. */
  readonly report?: ReportFacts
  /** Return: what the report lacks, by name in the questionnaire: `authorityAction`. */
  readonly missing?: readonly string[]
  /** Return: the day by which the rest is asked for. */
  readonly returnDue?: CalendarDate
}

/** `ilo-constitution`, `19(6)(b)`: written out in each language by the wording. */
export type Provision = { readonly instrument: string; readonly article: string }

export type DeadlineFacts = {
  readonly stage: Stage
  readonly date: CalendarDate
  /** The closing that it is counted from is announced or inferred, not recorded. */
  readonly provisional: boolean
  /** `null` where a document prints the date and nothing reckons it. */
  readonly reckoning: (Reckoning & { readonly event: SessionClosing; readonly unconfirmed: boolean }) | null
  /** The date as a document prints it, with its wording in the language of that document. */
  readonly printed?: { readonly date: CalendarDate; readonly wording: string; readonly language: Language; readonly source: string }
}

/** `session` as printed: `101`. */
export type SessionClosing = { readonly kind: 'session-closing'; readonly session: string }

export type ReportFacts = {
  readonly receivedOn: CalendarDate
  /** `null` where the report states that the instrument was not submitted, or gives no date. */
  readonly submissionDate: CalendarDate | null
  readonly submissionClass: SubmissionClass | null
}

/** By its date alone: to 12 months, to 18 months, after. */
export type SubmissionClass = 'inTime' | 'inExceptionalWindow' | 'late'

export type CalendarEntry = { readonly uid: string; readonly date: CalendarDate; readonly summary: string; readonly description: string }

export type ComposedLetter = {
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: readonly CalendarEntry[]
}
