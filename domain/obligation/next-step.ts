import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Obligation, type ScheduledStep, stepKey } from './state.ts'

/** What an obligation waits for: nothing, or a day on which one step of the policy is due. */
export type NextStep = { readonly kind: 'none' } | ({ readonly kind: 'step'; readonly superseded: readonly ScheduledStep[] } & ScheduledStep)

/**
 * The step that is due today, or else the next one to wait for.
 *
 * Steps before tracking began are never taken. Of several that are due together only the latest goes; it names the others.
 * A discharged obligation waits for nothing.
 */
export function nextStep(state: Obligation, today: CalendarDate): NextStep {
  if (state.status !== 'open') return { kind: 'none' }
  const waiting = state.scheduled
    .filter((scheduled) => scheduled.on >= state.trackedFrom && !state.handled.includes(stepKey(scheduled)))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const due = waiting.filter(({ on }) => on <= today)
  const latest = due.at(-1)
  if (latest !== undefined) return { kind: 'step', ...latest, superseded: due.slice(0, -1) }
  const [next] = waiting
  return next === undefined ? { kind: 'none' } : { kind: 'step', ...next, superseded: [] }
}
