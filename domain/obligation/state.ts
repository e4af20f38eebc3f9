import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { EventsOf } from '../events.ts'
import type { BasisCorrected, ObligationOpened, obligationEvents } from './events.ts'
import type { Limit, ScheduledLetter } from './limit.ts'

export type ObligationEvent = EventsOf<typeof obligationEvents>

/** A report as the obligation knows it: what people wrote in it is encrypted elsewhere. */
export type Report = {
  readonly id: string
  readonly receivedOn: CalendarDate
  readonly missing: readonly string[]
  readonly furtherInformation: boolean
  /** The day on which it was done, by the report: laid before the authority, delivered, held, observed. */
  readonly performedOn: CalendarDate | null
  /** Days, numbers and choices by their names. */
  readonly values: Readonly<Record<string, string | number | boolean>>
  readonly review: 'open' | 'returned' | 'accepted' | 'withdrawn'
  readonly returnDue: CalendarDate | null
  readonly acknowledged: boolean
}

/** A letter that is to go, and the version of the event that set its day. */
export type ScheduledStep = ScheduledLetter & { readonly setAtVersion: number }

/** Where one obligation stands, once it was opened. */
export type KnownObligation = Omit<ObligationOpened, 'limits' | 'scheduled'> & {
  /** `released`: its body decided that nothing is owed any more. */
  readonly status: 'open' | 'discharged' | 'released'
  readonly limits: readonly (Limit & { readonly setAtVersion: number })[]
  readonly scheduled: readonly ScheduledStep[]
  /** Steps taken, suppressed or superseded, each `step/setAtVersion`. */
  readonly handled: readonly string[]
  /** Limits noted as passed, each `limit/setAtVersion`. */
  readonly expired: readonly string[]
  readonly circumstancesStated: boolean
  readonly reports: readonly Report[]
  /** The report that discharged it, if one did. */
  readonly dischargedBy: string | null
  /** Why its limits are not the first ones any more; the newest reason last. */
  readonly moved: readonly string[]
  /** What it rests on and was recorded wrongly; the newest correction last. */
  readonly corrections: readonly (Pick<BasisCorrected, 'fact' | 'recordedIn' | 'reason'> & { readonly on: CalendarDate })[]
}

/** Where one obligation stands. */
export type Obligation = { readonly status: 'unknown' } | KnownObligation

export const stepKey = ({ step, setAtVersion }: Pick<ScheduledStep, 'step' | 'setAtVersion'>): string => `${step}/${setAtVersion}`
