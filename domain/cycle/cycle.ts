import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { cycleEvents } from './events.ts'

export type CycleEvent = EventsOf<typeof cycleEvents>

export type Cycle =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'open'
      readonly organization: string
      readonly instrument: string
      readonly session: string
      readonly trackedFrom: CalendarDate
      readonly synthetic: boolean
      readonly debtors: readonly string[]
      /** Stages that are over, each `stage/day`. */
      readonly passed: readonly string[]
      /** Days of announced closings that came without an actual one. */
      readonly awaited: readonly CalendarDate[]
    }

export const cycle = {
  initial: { status: 'unknown' } as Cycle,
  evolve(state: Cycle, event: Versioned<CycleEvent>): Cycle {
    if (event.type === 'CycleOpened') {
      const { organization, instrument, session, trackedFrom, synthetic, debtors } = event.data
      return { status: 'open', organization, instrument, session, trackedFrom, synthetic, debtors, passed: [], awaited: [] }
    }
    if (state.status === 'unknown') return state
    return event.type === 'StagePassed'
      ? { ...state, passed: [...state.passed, `${event.data.stage}/${event.data.dueOn}`] }
      : { ...state, awaited: [...state.awaited, event.data.announcedFor] }
  },
}
