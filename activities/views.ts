/** What people and programs look at, through a port: the read models answer it. Nothing is decided from it. */
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { KnownCycle } from '../domain/cycle/cycle.ts'
import type { Decision } from '../domain/decision/decision.ts'
import type { Instrument } from '../domain/instrument/instrument.ts'
import type { InLanguages } from '../domain/languages.ts'
import type { Letter } from '../domain/letter/letter.ts'
import type { KnownObligation } from '../domain/obligation/state.ts'
import type { Member } from '../domain/organization/organization.ts'
import type { RowRecorded } from '../domain/plan/events.ts'
import type { PlanSummary } from '../domain/plan/plan.ts'
import type { RecordedEvent } from '../domain/record.ts'
import type { Session } from '../domain/session/session.ts'
import type { PlanOutline } from '../domain/status/plan-outline.ts'

/** What lists show side by side: cycles of instruments, and plans. */
export type CycleRow = { readonly id: string; readonly title: InLanguages } & (
  | { readonly type: 'cycle'; readonly cycle: KnownCycle }
  | { readonly type: 'plan'; readonly cycle: PlanSummary }
)

export type ObligationRow = { readonly id: string; readonly state: KnownObligation; readonly partyName: InLanguages }

export type LetterRow = { readonly id: string; readonly letter: Extract<Letter, { status: 'issued' }> }

export type DecisionRow = { readonly id: string; readonly decision: Exclude<Decision, { status: 'unknown' }> }

/** `status`: open, discharged or released. */
export type ObligationCount = { readonly cycle: string; readonly status: KnownObligation['status']; readonly count: number }

/** Who may owe: a State or a unit of an organization. */
export type PartyRow = { readonly organization: string; readonly party: string; readonly name: InLanguages }

/** `member`: the code of any party, a unit's as well. */
export type ObligationFilter = {
  readonly cycle?: string
  readonly member?: string
  readonly instrument?: string
  readonly kind?: string
  readonly organization?: string
}

export interface Views {
  cycles(): Promise<readonly CycleRow[]>
  cycle(id: string): Promise<CycleRow | null>
  /** A plan beside its rows; `null` for other cycles. */
  plan(cycle: string): Promise<Exclude<PlanOutline, { status: 'unknown' }> | null>
  /** The rows of a plan, in the order of its document; those that a revision added come last. */
  rows(cycle: string): Promise<readonly RowRecorded[]>
  /** In byte order of organization and code. */
  parties(): Promise<readonly PartyRow[]>
  /** A State by its code; `null` where it was never a Member of the organization. */
  member(organization: string, code: string): Promise<Member | null>
  /**
   * In byte order of id.
   *
   * @param asOf the last day at the seat whose records are known; without it, all that is recorded
   */
  obligations(filter: ObligationFilter, asOf?: CalendarDate): Promise<readonly ObligationRow[]>
  obligation(id: string): Promise<ObligationRow | null>
  /** How many obligations stand how: by cycle and status. */
  obligationCounts(): Promise<readonly ObligationCount[]>
  /** In order of issue; all letters, or those that list an obligation. */
  letters(obligation?: string): Promise<readonly LetterRow[]>
  letter(id: string): Promise<LetterRow | null>
  /** The newest first, `size` of them after the first `skip`; with the number of all. */
  letterPage(page: { readonly skip: number; readonly size: number }): Promise<{ readonly letters: readonly LetterRow[]; readonly count: number }>
  /** How many letters came to which outcome. */
  letterOutcomes(): Promise<readonly { readonly outcome: LetterRow['letter']['outcome']; readonly count: number }[]>
  instruments(): Promise<readonly { readonly id: string; readonly instrument: Extract<Instrument, { status: 'adopted' }> }[]>
  sessions(): Promise<readonly { readonly id: string; readonly session: Exclude<Session, { status: 'unknown' }> }[]>
  /** In byte order of id. */
  decisions(): Promise<readonly DecisionRow[]>
  decision(id: string): Promise<DecisionRow | null>
  /**
   * In order of position: of an obligation its own events and those of its letters; of a session, an instrument, a decision, an occurrence, an
   * organization or a Member under supervision its own.
   */
  history(id: string): Promise<readonly RecordedEvent[]>
  /** Position up to which the views are. */
  position(): Promise<number>
}
