import type { CalendarDate } from '../calendar/calendar-date.ts'
import { byDueDay, type Limit } from '../obligation/limit.ts'
import { nextStep } from '../obligation/next-step.ts'
import type { KnownObligation, Report } from '../obligation/state.ts'
import { type PerformanceClass, performanceClass } from './performance.ts'

/** Where an obligation stands on a day, in four dimensions that stay apart. Computed for the day asked, never stored. */
export type ObligationStatus = {
  /** Of the law or the plan alone: which limit runs on that day, by its months where it has months; `undated` where none is set. */
  readonly legalClock: `running-${number}` | `exceptional-${number}-${number}` | 'running' | 'undated' | 'expired'
  /** What was done, by its own date. */
  readonly performance: { readonly performedOn: CalendarDate; readonly class: PerformanceClass } | null
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
  const limits = state.limits.toSorted(byDueDay)
  const last = limits.at(-1)?.dueOn
  const next = nextStep(state, day)
  const performedOn = performedOnOf(state)
  return {
    legalClock: legalClockOn(limits, day),
    performance: performedOn === null ? null : { performedOn, class: performanceClass(performedOn, state) },
    notification: notificationOf(state),
    copies: copiesIn(reportShown(state)),
    discharged: state.status === 'discharged',
    overdue: state.status === 'open' && last !== undefined && day > last,
    stepsBeforeTracking: state.scheduled.some(({ on }) => on < state.trackedFrom),
    next: next.kind === 'none' ? null : { step: next.step, on: next.on },
  }
}

function legalClockOn(limits: readonly Limit[], day: CalendarDate): ObligationStatus['legalClock'] {
  if (limits.length === 0) return 'undated'
  const index = limits.findIndex(({ dueOn }) => day <= dueOn)
  const running = limits[index]
  if (running === undefined) return 'expired'
  const months = monthsOf(running)
  if (months === undefined) return 'running'
  const before = monthsOf(limits[index - 1])
  return running.exceptional && before !== undefined ? `exceptional-${before}-${months}` : `running-${months}`
}

/** The date in the report that discharged it, else in the newest that stands. */
const performedOnOf = ({ reports, dischargedBy }: KnownObligation): CalendarDate | null =>
  reports.find(({ id }) => id === dischargedBy)?.performedOn ??
  reports.findLast(({ review, performedOn }) => review !== 'withdrawn' && performedOn !== null)?.performedOn ??
  null

/** The report that discharged it, else the newest that stands. */
const reportShown = ({ reports, dischargedBy }: KnownObligation) =>
  reports.find(({ id }) => id === dischargedBy) ?? reports.findLast(({ review }) => review !== 'withdrawn')

function notificationOf({ reports, dischargedBy }: KnownObligation): ObligationStatus['notification'] {
  const discharging = reports.find(({ id }) => id === dischargedBy)
  if (discharging !== undefined) return discharging.review === 'accepted' ? 'accepted' : 'complete'
  return reports.some(({ review }) => review !== 'withdrawn') ? 'incomplete' : 'none'
}

const copiesIn = (report: Report | undefined): ObligationStatus['copies'] => ({
  employers: Number(report?.values.copiesToEmployers ?? 0),
  workers: Number(report?.values.copiesToWorkers ?? 0),
})

/** The months that a limit counts; `undefined` where it counts none. */
function monthsOf(limit: Limit | undefined): number | undefined {
  const period = limit?.computation.by === 'provision' ? limit.computation.counts[0]?.period : undefined
  return period !== undefined && 'months' in period ? period.months : undefined
}
