import { type CalendarDate, plusDays } from '../calendar/calendar-date.ts'
import type { CommandOf } from './commands.ts'
import { isSuppressed } from './is-suppressed.ts'
import { type NextStep, nextStep } from './next-step.ts'
import type { KnownObligation, ObligationEvent } from './state.ts'

/** What no longer applies is no news: the timer may fire after the report it was racing, or fire twice. */
export function takeStep({ today, step, setAtVersion }: CommandOf<'TakeStep'>, state: KnownObligation): readonly ObligationEvent[] {
  const next = nextStep(state, today)
  if (next.kind === 'none' || next.on > today || next.step !== step || next.setAtVersion !== setAtVersion) return []
  return [...passedBefore(state, today), dueOrSuppressed(state, next, today)]
}

function dueOrSuppressed(state: KnownObligation, next: Extract<NextStep, { kind: 'step' }>, today: CalendarDate): ObligationEvent {
  const { step, letter, setAtVersion, on: dueOn } = next
  if (isSuppressed(letter, state)) return { type: 'LetterSuppressed', occurredOn: today, data: { step, letter, setAtVersion, dueOn } }
  return { type: 'LetterFellDue', occurredOn: today, data: { step, letter, setAtVersion, dueOn, superseded: next.superseded.map((each) => each.step) } }
}

/** Each limit whose last day is over, noted once for each day that it was set to, whether or not a letter goes. */
const passedBefore = (state: KnownObligation, today: CalendarDate): readonly ObligationEvent[] =>
  state.limits
    .filter(({ dueOn, limit, setAtVersion }) => dueOn < today && plusDays(dueOn, 1) >= state.trackedFrom && !state.expired.includes(`${limit}/${setAtVersion}`))
    .map(({ limit, dueOn, setAtVersion }) => ({ type: 'DeadlinePassed', occurredOn: dueOn, data: { limit, dueOn, setAtVersion } }))
