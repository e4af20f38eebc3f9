import { fromUtc, toUtc } from '../calendar/calendar-date.ts'
import { unreachable, type Versioned } from '../decider.ts'
import { enteredEvents, type ObligationEntered } from './entered-events.ts'
import { type EnteredObligation, type Obligation, type ObligationEvent, type PlannedStep, type Report, stepKey } from './state.ts'

type OfEntered = Extract<ObligationEvent, { type: keyof typeof enteredEvents }>

export const isOfEntered = (event: Versioned<ObligationEvent>): event is Versioned<OfEntered> => event.type in enteredEvents

/** What the events of declared kinds make of an obligation. */
export function evolveEntered(state: Obligation, event: Versioned<OfEntered>): Obligation {
  if (event.type === 'ObligationEntered') return entered(event)
  if (state.status === 'unknown' || state.family !== 'entered') return state

  switch (event.type) {
    case 'ObligationMoved': {
      const { session, deadlines, steps, timing, reason } = event.data
      return {
        ...state,
        session,
        row: timing === undefined ? state.row : { ...state.row, timing },
        deadlines: deadlines.map((day) => ({
          ...day,
          setAtVersion: state.deadlines.find(({ stage, dueOn }) => stage === day.stage && dueOn === day.dueOn)?.setAtVersion ?? event.version,
        })),
        planned: steps.map((notice) => ({
          ...notice,
          setAtVersion: state.planned.find(({ step, on }) => step === notice.step && on === notice.on)?.setAtVersion ?? event.version,
        })),
        moved: [...state.moved, reason],
      }
    }
    case 'ObligationReleased':
      return { ...state, status: 'released' }
    case 'NoticeFellDue': {
      const { step, setAtVersion, superseded } = event.data
      const taken = state.planned.filter((planned) => planned.step === step || superseded.includes(planned.step))
      const settled = [stepKey({ step, setAtVersion }), ...taken.filter((planned) => planned.step !== step).map(stepKey)]
      return { ...state, settled: [...state.settled, ...settled], planned: [...state.planned, ...again(taken, event)] }
    }
    case 'AnswerReceived': {
      const { report: id, missing, furtherInformation, values } = event.data
      const report: Report = {
        ...{ id, receivedOn: event.occurredOn, missing, furtherInformation, values },
        ...{ submissionDate: null, copies: { employers: 0, workers: 0 }, review: 'open', returnDue: null, acknowledged: false },
      }
      return { ...state, reports: [...state.reports, report] }
    }
    case 'ObligationPerformed':
      return { ...state, reports: state.reports.map((each) => (each.id === event.data.report ? { ...each, submissionDate: event.occurredOn } : each)) }
    default:
      return unreachable(event)
  }
}

/** A notice on a cadence goes again, counted from the day on which it was due, and never on a day that is over. */
const again = (taken: readonly PlannedStep[], { occurredOn, version }: Versioned<OfEntered>): readonly PlannedStep[] =>
  taken.flatMap((planned) => {
    const { everyMonths, on } = planned
    if (everyMonths === undefined) return []
    let times = 1
    const after = () => fromUtc(toUtc(on).plus({ months: everyMonths * times }))
    while (after() <= occurredOn) times += 1
    return [{ ...planned, on: after(), setAtVersion: version }]
  })

function entered({
  data,
  version,
}: Versioned<{ type: 'ObligationEntered'; occurredOn: ObligationEntered['trackedFrom']; data: ObligationEntered }>): EnteredObligation {
  const { deadlines, steps, answerWithin, ...kept } = data
  return {
    ...kept,
    status: 'open',
    family: 'entered',
    deadlines: deadlines.map((each) => ({ ...each, setAtVersion: version })),
    planned: steps.map((each) => ({ ...each, setAtVersion: version })),
    settled: [],
    passed: [],
    returnDays: answerWithin,
    circumstancesStated: false,
    reports: [],
    dischargedBy: null,
    moved: [],
  }
}
