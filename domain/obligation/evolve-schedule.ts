import { type CalendarDate, fromUtc, toUtc } from '../calendar/calendar-date.ts'
import type { Versioned } from '../decider.ts'
import type { ScheduledLetter } from './limit.ts'
import { type KnownObligation, type ObligationEvent, type ScheduledStep, stepKey } from './state.ts'

/** A letter that keeps its day keeps the version that set it; one on a cadence keeps its place in it. One that goes once is never set again. */
export function scheduledAnew(letter: ScheduledLetter, { scheduled }: KnownObligation, version: number): readonly ScheduledStep[] {
  const before = scheduled.filter(({ step }) => step === letter.step)
  const [first] = before
  if (letter.once === true && first !== undefined) return [{ ...letter, setAtVersion: first.setAtVersion }]
  const same = before.find(({ on }) => on === letter.on)
  if (same === undefined) return [{ ...letter, setAtVersion: version }]
  return same.everyMonths === undefined ? [same] : before
}

/** The step is handled, and the earlier ones that it superseded; what is on a cadence is due again. */
export function letterGone(state: KnownObligation, event: Versioned<Extract<ObligationEvent, { type: 'LetterFellDue' }>>): KnownObligation {
  const { step, setAtVersion, superseded, dueOn } = event.data
  const waiting = state.scheduled.filter((scheduled) => !state.handled.includes(stepKey(scheduled)))
  const taken = waiting.filter(
    (scheduled) => (scheduled.step === step && scheduled.setAtVersion === setAtVersion) || (superseded.includes(scheduled.step) && scheduled.on <= dueOn),
  )
  const until = state.review?.until ?? null
  return { ...state, handled: [...state.handled, ...taken.map(stepKey)], scheduled: [...state.scheduled, ...again(taken, event, until)] }
}

/** Counted from the day on which it was due, never on a day that is over, and not beyond the horizon of its plan. */
const again = (taken: readonly ScheduledStep[], { occurredOn, version }: Versioned<ObligationEvent>, until: CalendarDate | null): readonly ScheduledStep[] =>
  taken.flatMap((scheduled) => {
    const { everyMonths, on } = scheduled
    if (everyMonths === undefined) return []
    let times = 1
    const after = () => fromUtc(toUtc(on).plus({ months: everyMonths * times }))
    while (after() <= occurredOn) times += 1
    return until !== null && after() > until ? [] : [{ ...scheduled, on: after(), setAtVersion: version }]
  })
