import { type CalendarDate, fromUtc, toUtc } from '../calendar/calendar-date.ts'
import { unreachable, type Versioned } from '../decider.ts'
import { enteredEvents, type ObligationEntered, type ScheduledNotice } from './entered-events.ts'
import { type EnteredObligation, type Obligation, type ObligationEvent, type Report, type ScheduledStep, stepKey } from './state.ts'

type OfEntered = Extract<ObligationEvent, { type: keyof typeof enteredEvents }>

export const isOfEntered = (event: Versioned<ObligationEvent>): event is Versioned<OfEntered> => event.type in enteredEvents

/** What the events of declared kinds make of an obligation. */
export function evolveEntered(state: Obligation, event: Versioned<OfEntered>): Obligation {
  if (event.type === 'ObligationEntered') return entered(event)
  if (state.status === 'unknown' || state.family !== 'entered') return state

  switch (event.type) {
    case 'ObligationMoved': {
      const { session, limits, steps, timing, reason } = event.data
      return {
        ...state,
        session,
        row: timing === undefined ? state.row : { ...state.row, timing },
        limits: limits.map((day) => ({
          ...day,
          setAtVersion: state.limits.find(({ limit, dueOn }) => limit === day.limit && dueOn === day.dueOn)?.setAtVersion ?? event.version,
        })),
        scheduled: steps.flatMap((notice) => asItStood(notice, state) ?? [{ ...notice, setAtVersion: event.version }]),
        moved: [...state.moved, reason],
      }
    }
    case 'ObligationReleased':
      return { ...state, status: 'released' }
    case 'NoticeFellDue': {
      const { step, setAtVersion, superseded, dueOn } = event.data
      const waiting = state.scheduled.filter((scheduled) => !state.handled.includes(stepKey(scheduled)))
      const taken = waiting.filter(
        (scheduled) => (scheduled.step === step && scheduled.setAtVersion === setAtVersion) || (superseded.includes(scheduled.step) && scheduled.on <= dueOn),
      )
      return { ...state, handled: [...state.handled, ...taken.map(stepKey)], scheduled: [...state.scheduled, ...again(taken, event, state.reviewUntil)] }
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
function asItStood({ step, on }: ScheduledNotice, { scheduled }: EnteredObligation): readonly ScheduledStep[] | null {
  const before = scheduled.filter((each) => each.step === step)
  const same = before.find((each) => each.on === on)
  if (same === undefined) return null
  return same.everyMonths === undefined ? [same] : before
}

/** A notice on a cadence goes again, counted from the day on which it was due, never on a day that is over, and not beyond the horizon of its plan. */
const again = (taken: readonly ScheduledStep[], { occurredOn, version }: Versioned<OfEntered>, until: CalendarDate | null): readonly ScheduledStep[] =>
  taken.flatMap((scheduled) => {
    const { everyMonths, on } = scheduled
    if (everyMonths === undefined) return []
    let times = 1
    const after = () => fromUtc(toUtc(on).plus({ months: everyMonths * times }))
    while (after() <= occurredOn) times += 1
    return until !== null && after() > until ? [] : [{ ...scheduled, on: after(), setAtVersion: version }]
  })

function entered({
  data,
  version,
}: Versioned<{ type: 'ObligationEntered'; occurredOn: ObligationEntered['trackedFrom']; data: ObligationEntered }>): EnteredObligation {
  const { limits, steps, answerWithin, ...kept } = data
  return {
    ...kept,
    status: 'open',
    family: 'entered',
    limits: limits.map((each) => ({ ...each, setAtVersion: version })),
    scheduled: steps.map((each) => ({ ...each, setAtVersion: version })),
    handled: [],
    expired: [],
    returnDays: answerWithin,
    circumstancesStated: false,
    reports: [],
    dischargedBy: null,
    moved: [],
  }
}
