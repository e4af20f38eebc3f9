import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { EventsOf } from '../events.ts'
import type { LetterKind } from '../letter/events.ts'
import type { Deadline, ObligationKind, ObligationOpened, obligationEvents } from './events.ts'

export type ObligationEvent = EventsOf<typeof obligationEvents>

/** A report as the obligation knows it: what was answered is sealed elsewhere. */
export type Report = {
  readonly id: string
  readonly receivedOn: CalendarDate
  readonly missing: readonly string[]
  readonly furtherInformation: boolean
  readonly submissionDate: CalendarDate | null
  /** Organizations named as given copies, article 23(2). */
  readonly copies: { readonly employers: number; readonly workers: number }
  readonly review: 'open' | 'returned' | 'accepted' | 'withdrawn'
  readonly returnDue: CalendarDate | null
  readonly acknowledged: boolean
}

/** A step of the letter policy, the day on which it is due, and the version of the event that set that day. */
export type PlannedStep = { readonly step: LetterKind; readonly on: CalendarDate; readonly setAtVersion: number }

/** Where one obligation stands. */
export type Obligation =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open' | 'discharged'
      readonly organization: string
      readonly cycle: string
      readonly instrument: string
      readonly kind: ObligationKind
      readonly debtor: string
      readonly adoptedOn: CalendarDate
      readonly rule: ObligationOpened['rule']
      readonly closing: ObligationOpened['closing']
      readonly deadlines: readonly (Deadline & { readonly setAtVersion: number })[]
      readonly planned: readonly PlannedStep[]
      /** Steps taken, spared or superseded, each `step/setAtVersion`. */
      readonly settled: readonly string[]
      /** Stages noted as passed, each `stage/setAtVersion`. */
      readonly passed: readonly string[]
      readonly trackedFrom: CalendarDate
      readonly returnDays: number
      readonly circumstancesStated: boolean
      readonly reports: readonly Report[]
      /** The report that discharged it, if one did. */
      readonly dischargedBy: string | null
    }

export type KnownObligation = Exclude<Obligation, { status: 'unknown' }>

export const stepKey = ({ step, setAtVersion }: Pick<PlannedStep, 'step' | 'setAtVersion'>): string => `${step}/${setAtVersion}`
