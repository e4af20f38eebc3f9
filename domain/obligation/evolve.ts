import { unreachable, type Versioned } from '../decider.ts'
import type { ObligationOpened } from './events.ts'
import { evolveEntered, isOfEntered } from './evolve-entered.ts'
import { snapshotBefore } from './kind-snapshot.ts'
import { type InstrumentObligation, type KnownObligation, type Obligation, type ObligationEvent, type Report, stepKey } from './state.ts'

/** What one more event makes of an obligation. Events on a stream that was never opened change nothing. */
export function evolve(state: Obligation, event: Versioned<ObligationEvent>): Obligation {
  if (event.type === 'ObligationOpened') return opened(event.data, event.version)
  if (isOfEntered(event)) return evolveEntered(state, event)
  if (state.status === 'unknown') return state

  switch (event.type) {
    case 'DeadlineMoved': {
      if (state.family !== 'instrument') return state
      const { closing, limits, steps } = event.data
      return {
        ...state,
        closing,
        limits: limits.map((moved) => ({ ...moved, setAtVersion: versionOf(moved, state, event.version) })),
        scheduled: steps.map(({ step, on }) => ({ step, letter: step, on, setAtVersion: versionOfStep(step, on, state, event.version) })),
      }
    }
    case 'LetterFellDue': {
      const { step, setAtVersion, superseded } = event.data
      const others = state.scheduled.filter(({ step: other }) => superseded.some((each) => each === other)).map(stepKey)
      return { ...state, handled: [...state.handled, stepKey({ step, setAtVersion }), ...others] }
    }
    case 'ReminderSuppressed':
      return { ...state, handled: [...state.handled, stepKey(event.data)] }
    case 'DeadlinePassed':
      return { ...state, expired: [...state.expired, `${event.data.limit}/${event.data.setAtVersion}`] }
    case 'ExceptionalCircumstancesStated':
      return { ...state, circumstancesStated: true }
    case 'ReportReceived': {
      const { report: id, missing, furtherInformation, copies } = event.data
      const report: Report = {
        id,
        receivedOn: event.occurredOn,
        missing,
        furtherInformation,
        submissionDate: null,
        copies,
        values: {},
        review: 'open',
        returnDue: null,
        acknowledged: false,
      }
      return { ...state, reports: [...state.reports, report] }
    }
    case 'SubmissionMade':
      return withReport(state, event.data.report, { submissionDate: event.occurredOn })
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
    default:
      return unreachable(event)
  }
}

const opened = (data: ObligationOpened, version: number): InstrumentObligation => ({
  status: 'open',
  family: 'instrument',
  organization: data.organization,
  cycle: data.cycle,
  instrument: data.instrument,
  kind: data.kind,
  party: data.party,
  adoptedOn: data.adoptedOn,
  rule: data.rule,
  closing: data.closing,
  limits: data.limits.map((each) => ({ ...each, setAtVersion: version })),
  scheduled: data.steps.map(({ step, on }) => ({ step, letter: step, on, setAtVersion: version })),
  handled: [],
  expired: [],
  trackedFrom: data.trackedFrom,
  returnDays: data.returnDays,
  circumstancesStated: false,
  reports: [],
  dischargedBy: null,
  kindSnapshot: data.kindSnapshot ?? snapshotBefore(data.kind),
})

/** A deadline that kept its day was not set anew. */
const versionOf = (moved: { limit: string; dueOn: string }, { limits }: InstrumentObligation, version: number): number =>
  limits.find(({ limit, dueOn }) => limit === moved.limit && dueOn === moved.dueOn)?.setAtVersion ?? version

/** The request goes once, whatever becomes of its day; a reminder may be told again for a day that moved. */
const versionOfStep = (step: string, on: string, { scheduled }: InstrumentObligation, version: number): number => {
  const before = scheduled.find((each) => each.step === step)
  return before !== undefined && (step === 'request' || before.on === on) ? before.setAtVersion : version
}

const withReport = <State extends KnownObligation>(state: State, id: string, change: Partial<Report>): State => ({
  ...state,
  reports: state.reports.map((report) => (report.id === id ? { ...report, ...change } : report)),
})
