import { type CalendarDate, fromUtc, toUtc } from '../calendar/calendar-date.ts'
import { unreachable, type Versioned } from '../decider.ts'
import { enteredEvents, type ObligationEntered, type PlannedNotice } from './entered-events.ts'
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
        planned: steps.flatMap((notice) => asItStood(notice, state) ?? [{ ...notice, setAtVersion: event.version }]),
        moved: [...state.moved, reason],
      }
    }
    case 'ObligationReleased':
      return { ...state, status: 'released' }
    case 'NoticeFellDue': {
      const { step, setAtVersion, superseded, dueOn } = event.data
      const waiting = state.planned.filter((planned) => !state.settled.includes(stepKey(planned)))
      const taken = waiting.filter(
        (planned) => (planned.step === step && planned.setAtVersion === setAtVersion) || (superseded.includes(planned.step) && planned.on <= dueOn),
      )
      return { ...state, settled: [...state.settled, ...taken.map(stepKey)], planned: [...state.planned, ...again(taken, event, state.reviewUntil)] }
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

/** A notice that keeps its day was not set anew; one on a cadence keeps its place in it. `null` where it has another day. */
function asItStood({ step, on }: PlannedNotice, { planned }: EnteredObligation): readonly PlannedStep[] | null {
  const before = planned.filter((each) => each.step === step)
  const same = before.find((each) => each.on === on)
  if (same === undefined) return null
  return same.everyMonths === undefined ? [same] : before
}

/** A notice on a cadence goes again, counted from the day on which it was due, never on a day that is over, and not beyond the horizon of its plan. */
const again = (taken: readonly PlannedStep[], { occurredOn, version }: Versioned<OfEntered>, until: CalendarDate | null): readonly PlannedStep[] =>
  taken.flatMap((planned) => {
    const { everyMonths, on } = planned
    if (everyMonths === undefined) return []
    let times = 1
    const after = () => fromUtc(toUtc(on).plus({ months: everyMonths * times }))
    while (after() <= occurredOn) times += 1
    return until !== null && after() > until ? [] : [{ ...planned, on: after(), setAtVersion: version }]
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
