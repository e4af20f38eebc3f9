import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { KnownObligation, Report } from '../obligation/state.ts'
import type { ComputedCriterion } from '../rulebook/supervision.ts'
import { concerns, type Supervision } from './state.ts'

/** An instrument that a session adopted, and what one State owes for it. */
export type TrackedInstrument = {
  readonly instrument: string
  readonly session: string
  readonly adoptedOn: CalendarDate
  /** Whether the State was a Member when it was adopted: a State admitted later owes nothing for it. */
  readonly wasMember: boolean
  /** Whether any cycle follows it: of one that none follows nothing is known. */
  readonly followed: boolean
  /** `null` where this State's is not on record. */
  readonly obligation: KnownObligation | null
}

/**
 * How an instrument, or a session with all of its instruments, stands for one State.
 *
 * `unknown`: no cycle follows it, or it was followed only once all limits were over and no body has said since that it is
 * outstanding. Never a failure.
 */
export type FailureStatus = 'submitted' | 'running' | 'failed' | 'unknown' | 'not-owed'

export type InstrumentFailure = {
  readonly instrument: string
  readonly status: FailureStatus
  readonly lastDay: CalendarDate | null
  readonly submittedOn: CalendarDate | null
}
/** `partly`: some of what it adopted is submitted, some outstanding, and the criterion asks that all be. */
export type SessionFailure = { readonly session: string; readonly status: FailureStatus | 'partly'; readonly instruments: readonly InstrumentFailure[] }

export type SeriousFailure = {
  readonly serious: boolean
  /** So many sessions make it serious. */
  readonly threshold: number
  /** The sessions that count, in the order of their adoptions. */
  readonly counted: readonly string[]
  /** Every session that adopted something by then, in that order. Sessions that adopted nothing create nothing. */
  readonly sessions: readonly SessionFailure[]
}

/**
 * Whether a State has failed to submit what so many sessions adopted, as of a day: the unit of tracking is the instrument, the
 * unit of seriousness the session. Submission counts by its own date, however late, and clears what it submits.
 *
 * @param tracked every instrument of the organization
 * @param said what bodies said of the State: it makes known what was outstanding before tracking began
 */
export function seriousFailureOn(criterion: ComputedCriterion, tracked: readonly TrackedInstrument[], said: Supervision, day: CalendarDate): SeriousFailure {
  const adopted = tracked.filter(({ adoptedOn }) => adoptedOn <= day).toSorted(byAdoption)
  const sessions = [...new Set(adopted.map(({ session }) => session))].map((session): SessionFailure => {
    const judged = adopted.filter((each) => each.session === session).map((each) => instrumentOn(each, said, day))
    return { session, status: statusOf(judged, criterion.sessionCounts), instruments: judged }
  })
  const counted = sessions.filter(({ status }) => status === 'failed').map(({ session }) => session)
  return { serious: counted.length >= criterion.sessions, threshold: criterion.sessions, counted, sessions }
}

const byAdoption = (a: TrackedInstrument, b: TrackedInstrument): number =>
  a.adoptedOn === b.adoptedOn ? (a.instrument < b.instrument ? -1 : 1) : a.adoptedOn < b.adoptedOn ? -1 : 1

function instrumentOn({ instrument, wasMember, followed, obligation }: TrackedInstrument, said: Supervision, day: CalendarDate): InstrumentFailure {
  const nothing = { instrument, lastDay: null, submittedOn: null }
  if (!wasMember) return { ...nothing, status: 'not-owed' }
  if (!followed || obligation === null) return { ...nothing, status: 'unknown' }
  const lastDay =
    obligation.limits
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1) ?? null
  const submittedOn = submissionBy(obligation, day)
  const judged = (status: FailureStatus): InstrumentFailure => ({ instrument, lastDay, submittedOn, status })
  if (submittedOn !== null) return judged('submitted')
  if (lastDay === null || day <= lastDay) return judged('running')
  return judged(obligation.trackedFrom <= lastDay || outstandingBy(said, instrument, lastDay, day) ? 'failed' : 'unknown')
}

/** The day of submission by the reports received by then: the earliest that any report that stands gives. */
function submissionBy({ reports }: KnownObligation, day: CalendarDate): CalendarDate | null {
  const dated = reports.filter((report) => stands(report) && report.receivedOn <= day).map(({ performedOn }) => performedOn)
  return dated.filter((date) => date !== null && date <= day).toSorted()[0] ?? null
}

const stands = ({ review }: Report): boolean => review !== 'withdrawn'

/** A body commented on the instrument after its last day, and none has cleared it since. */
function outstandingBy(said: Supervision, instrument: string, lastDay: CalendarDate, day: CalendarDate): boolean {
  if (said.status === 'unknown') return false
  const cleared = said.clearings.filter(({ on, instruments }) => on <= day && concerns(instruments, instrument)).map(({ on }) => on)
  return said.comments.some(
    ({ on, instruments }) => on > lastDay && on <= day && instruments.includes(instrument) && cleared.every((clearedOn) => clearedOn < on),
  )
}

function statusOf(instruments: readonly InstrumentFailure[], counts: ComputedCriterion['sessionCounts']): SessionFailure['status'] {
  const owed = instruments.map(({ status }) => status).filter((status) => status !== 'not-owed')
  if (owed.length === 0) return 'not-owed'
  const failed = counts === 'any-instrument' ? owed.includes('failed') : owed.every((status) => status === 'failed')
  if (failed) return 'failed'
  if (owed.includes('unknown')) return 'unknown'
  if (owed.includes('failed')) return 'partly'
  return owed.includes('running') ? 'running' : 'submitted'
}
