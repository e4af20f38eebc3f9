import type { KnownObligation } from '../obligation/state.ts'
import type { RecordedEvent } from '../record.ts'

/** An obligation with what is on record of it, oldest first. */
export type OnRecord = { readonly id: string; readonly state: KnownObligation; readonly events: readonly RecordedEvent[] }

/** What a figure counts once: an obligation, a row or a report, and the events that make it count. */
export type Counted = {
  readonly about: string
  /** The obligation that it is about, where it is about one. */
  readonly obligation: string | null
  readonly events: readonly RecordedEvent[]
}

/** A number as the things that it counts: it cannot be another than they are. */
export type Figure<Name extends string = string> = { readonly name: Name; readonly counted: readonly Counted[] }

/** What was asked, moved, reported and ended. The sequencing of letters is not among it: no figure rests on it. */
const telling = new Set([
  ...['ObligationOpened', 'LimitsMoved', 'ObligationReleased', 'ExceptionalCircumstancesStated'],
  ...['ReportReceived', 'ObligationPerformed', 'ObligationDischarged'],
  ...['ReportReturned', 'ObligationReopened', 'ReportAccepted', 'ReportWithdrawn'],
])

/** The events of an obligation that a reader is told of. */
export const toldEvents = ({ events }: Pick<OnRecord, 'events'>): readonly RecordedEvent[] => events.filter(({ type }) => telling.has(type))

/** The event that set the days of an obligation as they are. */
export const daysSetBy = ({ state, events }: OnRecord): readonly RecordedEvent[] => {
  const version = Math.max(1, ...state.limits.map(({ setAtVersion }) => setAtVersion))
  return events.filter((event) => event.version === version)
}

/** What ended an obligation, with the performance of the report that did; empty while it is open. */
export function endedBy({ state, events }: OnRecord): readonly RecordedEvent[] {
  if (state.status === 'open') return []
  if (state.status === 'released') return events.filter(({ type }) => type === 'ObligationReleased').slice(-1)
  const { dischargedBy } = state
  return events.filter(({ type, data }) => (type === 'ObligationPerformed' || type === 'ObligationDischarged') && data.report === dischargedBy)
}

/** What is on record of one report: its arrival and what was done by it. */
export const reportEvents = ({ events }: Pick<OnRecord, 'events'>, report: string): readonly RecordedEvent[] =>
  toldEvents({ events }).filter(({ data }) => data.report === report)
