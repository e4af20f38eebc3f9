import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { EventsOf } from '../events.ts'
import type { LetterKind } from '../letter/events.ts'
import type { DueDay, ObligationEntered } from './entered-events.ts'
import type { Limit, ObligationOpened, obligationEvents } from './events.ts'
import type { KindSnapshot } from './kind-snapshot.ts'

export type ObligationEvent = EventsOf<typeof obligationEvents>

/** A report as the obligation knows it: what was answered is sealed elsewhere. */
export type Report = {
  readonly id: string
  readonly receivedOn: CalendarDate
  readonly missing: readonly string[]
  readonly furtherInformation: boolean
  /** The day on which it was done, by the report: laid before the authority, delivered, held, observed. */
  readonly submissionDate: CalendarDate | null
  /** Organizations named as given copies, article 23(2). */
  readonly copies: { readonly employers: number; readonly workers: number }
  /** Days, numbers and choices of a report on an obligation of a declared kind, by the names of its questions. */
  readonly values: Readonly<Record<string, string | number | boolean>>
  readonly review: 'open' | 'returned' | 'accepted' | 'withdrawn'
  readonly returnDue: CalendarDate | null
  readonly acknowledged: boolean
}

/** A letter that goes of itself, the day on which it is due, and the version of the event that set that day. */
export type ScheduledStep = {
  readonly step: string
  readonly letter: LetterKind
  readonly on: CalendarDate
  readonly setAtVersion: number
  /** Goes again, each time so many months later. */
  readonly everyMonths?: number | undefined
}

type Followed = {
  /** `released`: its body decided that nothing is owed any more. */
  readonly status: 'open' | 'discharged' | 'released'
  readonly organization: string
  readonly cycle: string
  readonly party: string
  readonly scheduled: readonly ScheduledStep[]
  /** Steps taken, spared or superseded, each `step/setAtVersion`. */
  readonly handled: readonly string[]
  /** Stages noted as passed, each `stage/setAtVersion`. */
  readonly expired: readonly string[]
  readonly trackedFrom: CalendarDate
  readonly returnDays: number
  readonly circumstancesStated: boolean
  readonly reports: readonly Report[]
  /** The report that discharged it, if one did. */
  readonly dischargedBy: string | null
}

/** What an adopted instrument asks of a Member: its days are counted from the closing of the session. */
export type InstrumentObligation = Followed & {
  readonly family: 'instrument'
  readonly kind: string
  readonly instrument: string
  readonly adoptedOn: CalendarDate
  readonly rule: ObligationOpened['rule']
  readonly closing: ObligationOpened['closing']
  readonly limits: readonly (Limit & { readonly setAtVersion: number })[]
  /** What its kind said on the day on which it was opened. */
  readonly kindSnapshot: KindSnapshot
}

/** What a row of a document or a decision asks, of a kind that the rulebook declares. */
export type EnteredObligation = Followed &
  Pick<
    ObligationEntered,
    | 'kind'
    | 'kindName'
    | 'request'
    | 'owedBy'
    | 'occurrence'
    | 'title'
    | 'row'
    | 'responsible'
    | 'session'
    | 'due'
    | 'letters'
    | 'report'
    | 'discharge'
    | 'target'
    | 'reviewMonths'
    | 'reviewUntil'
    | 'openedOn'
    | 'synthetic'
  > & {
    readonly family: 'entered'
    readonly limits: readonly (DueDay & { readonly setAtVersion: number })[]
    /** Why its days are not those of the row any more; the newest reason last. */
    readonly moved: readonly string[]
  }

/** Where one obligation stands. */
export type Obligation = { readonly status: 'unknown' } | InstrumentObligation | EnteredObligation

export type KnownObligation = Exclude<Obligation, { status: 'unknown' }>

export const stepKey = ({ step, setAtVersion }: Pick<ScheduledStep, 'step' | 'setAtVersion'>): string => `${step}/${setAtVersion}`
