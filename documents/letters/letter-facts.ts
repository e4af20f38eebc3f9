import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import type { ObligationFacts } from './obligation-facts.ts'

/** What one letter says, before any wording: plain data, taken from the record. */
export type LetterFacts = {
  readonly kind: LetterKind
  readonly letterId: string
  /** The letter's own date. */
  readonly date: CalendarDate
  readonly party: Addressee
  readonly organization: InLanguages
  /** A rehearsal's letter says so in its subject and in its first line. */
  readonly synthetic: boolean
  /** Where following began after the clocks did: steps before this day were not taken. */
  readonly trackedFrom?: CalendarDate
  /** Where the reply goes. */
  readonly reply: { readonly address: string; readonly portal?: string }
  readonly obligations: readonly ObligationFacts[]
}

/** To whom a letter goes. `code`: as its organization gives it. */
export type Addressee = {
  /** The organization's code: one State may be a Member of two. */
  readonly organization: string
  readonly partyType: 'member' | 'unit'
  readonly code: string
  readonly name: InLanguages
}

export type CalendarEntry = { readonly uid: string; readonly date: CalendarDate; readonly summary: string; readonly description: string }

export type ComposedLetter = {
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: readonly CalendarEntry[]
}
