import type { InLanguages } from '../languages.ts'
import { aboutOf } from './counting.ts'
import type { KnownObligation } from './state.ts'

/** A limit of its kind that has no day yet. `event`: the event from which it is counted, and what that is about; `calendars`: those whose days it needs. */
export type WaitingLimit = {
  readonly limit: string
  readonly name: InLanguages
  readonly event: { readonly type: string; readonly about: string } | null
  readonly calendars: readonly string[]
}

/** The limits that wait for an event to be recorded, or for the days of a calendar to be known. Those of a session that nobody announced are not among them. */
export const waitingLimits = (state: KnownObligation): readonly WaitingLimit[] =>
  state.kindSnapshot.limits.flatMap(({ limit, name, from, before = [], after = [], ifClosed }) => {
    if (state.limits.some((known) => known.limit === limit)) return []
    const event = typeof from === 'object' ? { type: from.event, about: aboutOf(state) } : null
    const counted = [...before, ...after].flatMap((period) => ('calendar' in period ? [period.calendar] : []))
    const calendars = [...new Set([...counted, ...(ifClosed === undefined ? [] : [ifClosed.calendar])])]
    return event === null && calendars.length === 0 ? [] : [{ limit, name, event, calendars }]
  })
