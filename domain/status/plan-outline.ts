import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Versioned } from '../decider.ts'
import type { PlanOpened, RowChange } from '../plan/events.ts'
import type { PlanEvent } from '../plan/plan.ts'
import type { Source } from '../provenance.ts'

/** A plan beside its rows: its components and their resources, how it was revised, and how it was closed. */
export type PlanOutline =
  | { readonly status: 'unknown' }
  | (Pick<PlanOpened, 'components' | 'resources'> & {
      readonly status: 'open' | 'closed'
      /** The oldest first. */
      readonly revisions: readonly PlanRevision[]
      readonly closed: { readonly on: CalendarDate; readonly reason: string; readonly source: readonly Source[] } | null
    })

export type PlanRevision = {
  readonly revision: number
  readonly on: CalendarDate
  readonly reason: string
  readonly changes: readonly RowChange[]
  readonly source: readonly Source[]
}

export const planOutline = {
  initial: { status: 'unknown' } as PlanOutline,
  evolve(state: PlanOutline, event: Versioned<PlanEvent>): PlanOutline {
    if (event.type === 'PlanOpened') {
      const { components, resources } = event.data
      return { status: 'open', components, ...(resources === undefined ? {} : { resources }), revisions: [], closed: null }
    }
    if (state.status === 'unknown') return state
    if (event.type === 'PlanRevised') return { ...state, revisions: [...state.revisions, { on: event.occurredOn, ...event.data }] }
    if (event.type === 'PlanClosed') return { ...state, status: 'closed', closed: { on: event.occurredOn, ...event.data } }
    return state
  },
}
