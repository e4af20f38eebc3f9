import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { InLanguages } from '../languages.ts'
import { type PaperPrepared, type PlanOpened, planEvents } from '../plan/events.ts'
import { evolveList, isOfList, type ListEvent, openedList, type SupervisionCycle } from '../yearly-list/yearly-list.ts'
import type { cycleEvents } from './events.ts'

export type CycleEvent = EventsOf<typeof cycleEvents> | PlanEvent | ListEvent
export type PlanEvent = EventsOf<typeof planEvents>

/** An adopted instrument, followed in all its parties. */
export type InstrumentCycle = {
  readonly status: 'open'
  readonly family: 'instrument'
  readonly organization: string
  readonly instrument: string
  readonly session: string
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
  readonly parties: readonly string[]
  /** The kinds of obligation that opened with it. */
  readonly kinds: readonly string[]
  /** Stages that are over, each `stage/day`. */
  readonly expired: readonly string[]
  /** Days of announced closings that came without an actual one. */
  readonly awaited: readonly CalendarDate[]
}

/** A plan, a strategy or a set of recommendations, followed row by row. */
export type PlanCycle = Omit<PlanOpened, 'components' | 'resources'> & {
  readonly status: 'open' | 'closed'
  readonly family: 'plan'
  readonly rows: readonly { readonly id: string; readonly obligations: readonly string[] }[]
  readonly revisions: number
  readonly horizonPassed: boolean
  /** Prepared for sessions, the oldest first. */
  readonly papers: readonly PaperPrepared[]
}

export type Cycle = { readonly status: 'unknown' } | InstrumentCycle | PlanCycle | SupervisionCycle

export const cycle = {
  initial: { status: 'unknown' } as Cycle,
  evolve(state: Cycle, event: Versioned<CycleEvent>): Cycle {
    if (isOfPlan(event)) return evolvePlan(state, event)
    if (isOfList(event)) {
      if (event.type === 'SupervisionOpened') return openedList(event.data)
      return state.status === 'unknown' || state.family !== 'supervision' ? state : evolveList(state, event)
    }
    if (event.type === 'CycleOpened') {
      const { organization, instrument, session, trackedFrom, synthetic, parties, kinds } = event.data
      return { status: 'open', family: 'instrument', organization, instrument, session, trackedFrom, synthetic, parties, kinds, expired: [], awaited: [] }
    }
    if (state.status === 'unknown' || state.family !== 'instrument') return state
    return event.type === 'LimitPassed'
      ? { ...state, expired: [...state.expired, `${event.data.limit}/${event.data.dueOn}`] }
      : { ...state, awaited: [...state.awaited, event.data.announcedFor] }
  },
}

const isOfPlan = (event: Versioned<CycleEvent>): event is Versioned<PlanEvent> => event.type in planEvents

function evolvePlan(state: Cycle, event: Versioned<PlanEvent>): Cycle {
  if (event.type === 'PlanOpened') {
    const { components: _, resources: __, ...kept } = event.data
    return { ...kept, status: 'open', family: 'plan', rows: [], revisions: 0, horizonPassed: false, papers: [] }
  }
  if (state.status === 'unknown' || state.family !== 'plan') return state
  switch (event.type) {
    case 'RowRecorded': {
      const { id, obligations } = event.data
      return { ...state, rows: [...state.rows.filter((row) => row.id !== id), { id, obligations }] }
    }
    case 'PlanRevised':
      return { ...state, revisions: event.data.revision }
    case 'PlanClosed':
      return { ...state, status: 'closed' }
    case 'HorizonPassed':
      return { ...state, horizonPassed: true }
    case 'PaperPrepared':
      return { ...state, papers: [...state.papers, event.data] }
  }
}

/** What a cycle is called: an instrument's cycle by the title of its instrument, any other by its own. */
export const titleOf = (state: Exclude<Cycle, { status: 'unknown' }>, instrumentTitle: InLanguages | null): InLanguages =>
  state.family !== 'instrument' ? state.title : (instrumentTitle ?? { en: state.instrument, fr: state.instrument, es: state.instrument, ar: state.instrument })
