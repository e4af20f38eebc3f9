import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Computation } from '../../domain/calendar/computation.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import type { Askable } from '../../domain/report/questionnaire.ts'
import type { SubmissionClass } from '../../domain/report/submission-class.ts'
import type { LimitName } from '../../domain/rulebook/rule.ts'
import type { EnteredFacts } from './entered-facts.ts'

/** What one letter says, before any wording: plain data, taken from the record. A letter is about obligations of one family. */
export type LetterFacts = InstrumentLetter | EnteredLetter

type OfEveryLetter = {
  readonly letterId: string
  /** The letter's own date. */
  readonly date: CalendarDate
  readonly party: Addressee
  readonly organization: InLanguages
  /** A rehearsal's letter says so in its subject and in its first line. */
  readonly synthetic: boolean
  /** Where following began after the clocks did: steps before this day were not taken. */
  readonly trackedFrom?: CalendarDate
  /** Where the answer goes. */
  readonly reply: { readonly address: string; readonly portal?: string }
}

/** About instruments that were adopted, and what the Constitution asks of a Member. */
export type InstrumentLetter = OfEveryLetter & {
  readonly family: 'instrument'
  readonly kind: Extract<LetterKind, (typeof letterKindsOf)['instrument'][number]>
  readonly obligations: readonly InstrumentFacts[]
}

/** About rows of plans and decisions, of kinds that the rulebook declares. */
export type EnteredLetter = OfEveryLetter & {
  readonly family: 'entered'
  readonly kind: Extract<LetterKind, (typeof letterKindsOf)['entered'][number]>
  readonly obligations: readonly EnteredFacts[]
}

/** The kinds of letters in which each family of obligations is spoken of. */
export const letterKindsOf = {
  instrument: ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return'],
  entered: ['request', 'notice', 'reminder', 'invitation', 'acknowledgement', 'return'],
} as const satisfies Record<string, readonly LetterKind[]>

/** To whom a letter goes. `code`: as its organization gives it. */
export type Addressee = {
  /** The organization's code: one State may be a Member of two. */
  readonly organization: string
  readonly partyType: 'member' | 'unit'
  readonly code: string
  readonly name: InLanguages
}

export type ObligationFacts = InstrumentFacts | EnteredFacts

/** What letters about obligations of either family may say beside the obligation itself. */
export type ToldFacts = {
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

export type InstrumentFacts = ToldFacts & {
  readonly family: 'instrument'
  /** The code of its kind, and what the kind said when it was opened. */
  readonly kind: string
  readonly kindName: InLanguages
  readonly requested: readonly Askable[]
  /** The kind that a statement of its Government opens beside it; `null`: none. */
  readonly opens: string | null
  readonly instrument: { readonly code: string; readonly title: InLanguages }
  /** As the rulebook cites it: `ILO Constitution, art. 19(6)(b)`. */
  readonly provision: string
  readonly limits: readonly DeadlineFacts[]
  /** Acknowledgement and return: the report that the letter answers. */
  readonly report?: ReportFacts
}

export type DeadlineFacts = {
  readonly limit: LimitName
  /** The date that governs. */
  readonly date: CalendarDate
  /** Stands open only where exceptional circumstances made the first limit impossible. */
  readonly exceptional: boolean
  /** The closing that it is counted from is announced or inferred, not recorded. */
  readonly provisional: boolean
  /** `unconfirmed`: no source yet says which way of counting applies. */
  readonly computation: Computation & { readonly event: SessionClosing; readonly unconfirmed: boolean }
  /** The date as a document prints it, with its wording in the language of that document. */
  readonly printed?: { readonly date: CalendarDate; readonly wording: string; readonly language: Language; readonly source: string }
}

/** `session` as printed, `101`; `body` by its code. */
export type SessionClosing = { readonly kind: 'session-closing'; readonly session: string; readonly organization: string; readonly body: string }

export type ReportFacts = {
  readonly receivedOn: CalendarDate
  /** `null` where the report states that the instrument was not submitted, or gives no date. */
  readonly submissionDate: CalendarDate | null
  readonly submissionClass: SubmissionClass | null
}

export type CalendarEntry = { readonly uid: string; readonly date: CalendarDate; readonly summary: string; readonly description: string }

export type ComposedLetter = {
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: readonly CalendarEntry[]
}
