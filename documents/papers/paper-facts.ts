import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { KnownCycle } from '../../domain/cycle/cycle.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import type { KnownPlan } from '../../domain/plan/plan.ts'
import type { OnRecord } from '../../domain/status/evidence.ts'
import type { RowOnRecord } from '../../domain/status/progress.ts'

/** In which file a paper comes. */
export const paperFormats = ['html', 'docx'] as const
export type PaperFormat = (typeof paperFormats)[number]

export const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Writes a paper in one language and format: the same facts give the same bytes. */
export type WritePaper = (facts: PaperFacts, language: Language, format: PaperFormat) => Promise<Uint8Array>

/** A session as a paper names it. */
export type PaperSession = {
  readonly id: string
  readonly organization: string
  readonly body: string
  readonly number: string
  readonly opensOn: CalendarDate | null
}

/** One decision that is followed: a plan, or an adopted instrument, with all that is owed under it. */
export type FollowedDecision = {
  readonly id: string
  readonly title: InLanguages
  /** The session that took it; `null` where none is named. */
  readonly session: PaperSession | null
  /** Empty for an instrument. */
  readonly rows: readonly RowOnRecord[]
  readonly obligations: readonly OnRecord[]
} & ({ readonly type: 'cycle'; readonly cycle: KnownCycle } | { readonly type: 'plan'; readonly cycle: KnownPlan })

/** All that a paper of the Office says: composing adds words and nothing else. */
export type PaperFacts = {
  readonly kind: 'follow-up' | 'progress'
  readonly organization: InLanguages
  /** The session that it is for; `null` for a progress report for none. */
  readonly session: PaperSession | null
  /** The session of the same body before it, from whose opening on what ended is told. */
  readonly previous: PaperSession | null
  /** The day for which everything is computed. */
  readonly day: CalendarDate
  /** The head of the log, of the reading that the paper rests on. `null` in a rehearsal: there a position depends on which workflow was faster. */
  readonly position: number | null
  readonly synthetic: boolean
  readonly decisions: readonly FollowedDecision[]
  /** Names of units by their codes. */
  readonly units: Readonly<Record<string, InLanguages>>
  /** What units wrote in their reports, by report and path of the question. States' words are never among them. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>
}
