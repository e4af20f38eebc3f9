import type { CalendarDate } from '../calendar/calendar-date.ts'
import { unreachable, type Versioned } from '../decider.ts'
import type { BasisCorrected, ObligationOpened } from './events.ts'
import { letterGone, scheduledAnew } from './evolve-schedule.ts'
import { type KnownObligation, type Obligation, type ObligationEvent, type Report, stepKey } from './state.ts'

/** What one more event makes of an obligation. Events on a stream that was never opened change nothing. */
export function evolve(state: Obligation, event: Versioned<ObligationEvent>): Obligation {
  if (event.type === 'ObligationOpened') return opened(event.data, event.version)
  if (state.status === 'unknown') return state

  switch (event.type) {
    case 'LimitsMoved': {
      const { session, limits, scheduled, timing, reason } = event.data
      const { basis } = state
      return {
        ...state,
        session,
        basis: timing === undefined || basis.type !== 'row' ? basis : { ...basis, row: { ...basis.row, timing } },
        limits: limits.map((moved) => ({ ...moved, setAtVersion: versionOf(moved, state, event.version) })),
        scheduled: scheduled.flatMap((each) => scheduledAnew(each, state, event.version)),
        moved: [...state.moved, reason],
      }
    }
    case 'LetterFellDue':
      return letterGone(state, event)
    case 'LetterSuppressed':
      return { ...state, handled: [...state.handled, stepKey(event.data)] }
    case 'DeadlinePassed':
      return { ...state, expired: [...state.expired, `${event.data.limit}/${event.data.setAtVersion}`] }
    case 'ExceptionalCircumstancesStated':
      return { ...state, circumstancesStated: true }
    case 'ReportReceived': {
      const { report: id, missing, furtherInformation, values } = event.data
      const fresh = { performedOn: null, review: 'open', returnDue: null, acknowledged: false } as const
      return { ...state, reports: [...state.reports, { id, receivedOn: event.occurredOn, missing, furtherInformation, values, ...fresh }] }
    }
    case 'ObligationPerformed':
      return withReport(state, event.data.report, { performedOn: event.occurredOn })
    case 'ObligationDischarged':
      return { ...state, status: 'discharged', dischargedBy: event.data.report }
    case 'ReportReturned':
      return withReport(state, event.data.report, { review: 'returned', missing: event.data.missing, returnDue: event.data.due })
    case 'ObligationReopened':
      return { ...state, status: 'open', dischargedBy: null }
    case 'ReportAccepted':
      return withReport(state, event.data.report, { review: 'accepted' })
    case 'ReportWithdrawn':
      return withReport(state, event.data.report, { review: 'withdrawn' })
    case 'AcknowledgementOwed':
      return withReport(state, event.data.report, { acknowledged: true })
    case 'ObligationReleased':
      return { ...state, status: 'released' }
    case 'BasisCorrected':
      return corrected(state, event.data, event.occurredOn)
    default:
      return unreachable(event)
  }
}

const opened = ({ limits, scheduled, ...rest }: ObligationOpened, version: number): KnownObligation => ({
  ...rest,
  status: 'open',
  limits: limits.map((each) => ({ ...each, setAtVersion: version })),
  scheduled: scheduled.map((each) => ({ ...each, setAtVersion: version })),
  handled: [],
  expired: [],
  circumstancesStated: false,
  reports: [],
  dischargedBy: null,
  moved: [],
  corrections: [],
})

function corrected(state: KnownObligation, { fact, recordedIn, reason, title, adoptedOn }: BasisCorrected, on: CalendarDate): KnownObligation {
  const { basis } = state
  return {
    ...state,
    title: title ?? state.title,
    basis: adoptedOn === undefined || basis.type !== 'provision' ? basis : { ...basis, adoptedOn },
    corrections: [...state.corrections, { fact, recordedIn, reason, on }],
  }
}

/** A limit that kept its day keeps the version that set it. */
const versionOf = (moved: { limit: string; dueOn: string }, { limits }: KnownObligation, version: number): number =>
  limits.find(({ limit, dueOn }) => limit === moved.limit && dueOn === moved.dueOn)?.setAtVersion ?? version

const withReport = (state: KnownObligation, id: string, change: Partial<Report>): KnownObligation => ({
  ...state,
  reports: state.reports.map((report) => (report.id === id ? { ...report, ...change } : report)),
})
