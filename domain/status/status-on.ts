import type { CalendarDate } from '../calendar/calendar-date.ts'
import { nextStep } from '../obligation/next-step.ts'
import type { KnownObligation } from '../obligation/state.ts'
import { type PerformanceClass, performanceClass } from './performance.ts'

/** Where an obligation stands on a day, in four dimensions that stay apart. Reckoned for the day asked, never stored. */
export type ObligationStatus = {
  /** Of the law or the plan alone: which limit runs on that day. `running` to the last day of a declared kind, `undated` where none is set. */
  readonly legalClock: 'running-12' | 'exceptional-12-18' | 'running-18' | 'running' | 'undated' | 'expired'
  /** What was done, by its own date. */
  readonly performance: { readonly submittedOn: CalendarDate; readonly class: PerformanceClass } | null
  /** What the Office was told. */
  readonly notification: 'none' | 'incomplete' | 'complete' | 'accepted'
  /** Organizations named as given copies, article 23(2), by side. */
  readonly copies: { readonly employers: number; readonly workers: number }
  /** A complete report is on record and stands. */
  readonly discharged: boolean
  readonly overdue: boolean
  /** Steps that fell before tracking began are not taken. */
  readonly stepsBeforeTracking: boolean
  readonly next: { readonly step: string; readonly on: CalendarDate } | null
}

/** @param day the day asked about, at the seat */
export function statusOn(state: KnownObligation, day: CalendarDate): ObligationStatus {
  const days = state.limits.map(({ dueOn }) => dueOn).sort()
  const last = days.at(-1) ?? day
  const next = nextStep(state, day)
  const submitted = submissionOf(state)
  return {
    legalClock: state.family === 'instrument' ? legalClockOn(days, day) : days.length === 0 ? 'undated' : day <= last ? 'running' : 'expired',
    performance: submitted === null ? null : { submittedOn: submitted, class: performanceClass(submitted, state) },
    notification: notificationOf(state),
    copies: reportShown(state)?.copies ?? { employers: 0, workers: 0 },
    discharged: state.status === 'discharged',
    overdue: state.status === 'open' && days.length > 0 && day > last,
    stepsBeforeTracking: state.scheduled.some(({ on }) => on < state.trackedFrom),
    next: next.kind === 'none' ? null : { step: next.step, on: next.on },
  }
}

function legalClockOn(days: readonly CalendarDate[], day: CalendarDate): ObligationStatus['legalClock'] {
  const [first, second] = days
  if (second === undefined) return first !== undefined && day <= first ? 'running-18' : 'expired'
  if (first !== undefined && day <= first) return 'running-12'
  return day <= second ? 'exceptional-12-18' : 'expired'
}

/** The date in the report that discharged it, else in the newest that stands. */
const submissionOf = ({ reports, dischargedBy }: KnownObligation): CalendarDate | null =>
  reports.find(({ id }) => id === dischargedBy)?.submissionDate ??
  reports.findLast(({ review, submissionDate }) => review !== 'withdrawn' && submissionDate !== null)?.submissionDate ??
  null

/** The report that discharged it, else the newest that stands. */
const reportShown = ({ reports, dischargedBy }: KnownObligation) =>
  reports.find(({ id }) => id === dischargedBy) ?? reports.findLast(({ review }) => review !== 'withdrawn')

function notificationOf({ reports, dischargedBy }: KnownObligation): ObligationStatus['notification'] {
  const discharging = reports.find(({ id }) => id === dischargedBy)
  if (discharging !== undefined) return discharging.review === 'accepted' ? 'accepted' : 'complete'
  return reports.some(({ review }) => review !== 'withdrawn') ? 'incomplete' : 'none'
}
