import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { InLanguages } from '../languages.ts'
import type { RecordedEvent } from '../record.ts'
import { type Counted, daysSetBy, endedBy, type Figure, type OnRecord, reportEvents, toldEvents } from './evidence.ts'
import { statusOn } from './status-on.ts'
import { type Outcome, outcomeOf } from './tally.ts'

/** A row of a plan as it was recorded, with the event that did. */
export type RowOnRecord = {
  readonly id: string
  readonly obligations: readonly string[]
  readonly followedUnder: readonly string[]
  readonly event: RecordedEvent
}

export type RowFigure = 'rows' | 'rowsEnded' | 'rowsRunning' | 'rowsOverdue' | 'rowsUnderOthers' | 'rowsNotFollowed'
export type ObligationFigure = 'obligations' | Outcome | 'overdue' | 'reports'

/** Rows of a plan by where what they ask stands on a day: the other figures add up to the first. */
export function rowFigures(rows: readonly RowOnRecord[], obligations: readonly OnRecord[], day: CalendarDate): readonly Figure<RowFigure>[] {
  const byId = new Map(obligations.map((each) => [each.id, each]))
  const status = (row: RowOnRecord): RowFigure => {
    const obligations = obligationsOfRow(row, byId)
    if (obligations.length === 0) return row.followedUnder.length > 0 ? 'rowsUnderOthers' : 'rowsNotFollowed'
    if (obligations.some(({ state }) => statusOn(state, day).overdue)) return 'rowsOverdue'
    return obligations.every(({ state }) => state.status !== 'open') ? 'rowsEnded' : 'rowsRunning'
  }
  const figure = (name: RowFigure, counted: readonly RowOnRecord[]): Figure<RowFigure> => ({
    name,
    counted: counted.map((row) => ({ about: row.id, obligation: null, events: [row.event, ...eventsFor(name, obligationsOfRow(row, byId), day)] })),
  })
  const each = (['rowsEnded', 'rowsRunning', 'rowsOverdue', 'rowsUnderOthers', 'rowsNotFollowed'] as const).map((name) =>
    figure(
      name,
      rows.filter((row) => status(row) === name),
    ),
  )
  return [figure('rows', rows), ...each]
}

const obligationsOfRow = (row: RowOnRecord, byId: ReadonlyMap<string, OnRecord>): readonly OnRecord[] => row.obligations.flatMap((id) => byId.get(id) ?? [])

function eventsFor(name: RowFigure, obligations: readonly OnRecord[], day: CalendarDate): readonly RecordedEvent[] {
  if (name === 'rowsEnded') return obligations.flatMap(endedBy)
  if (name === 'rowsRunning') return obligations.filter(({ state }) => state.status === 'open').flatMap(daysSetBy)
  return name === 'rowsOverdue' ? obligations.filter(({ state }) => statusOn(state, day).overdue).flatMap(daysSetBy) : []
}

/** Obligations by how they ended and where the open ones stand on a day; `overdue` is counted among `open` as well, `reports` counts reports. */
export function obligationFigures(obligations: readonly OnRecord[], day: CalendarDate): readonly Figure<ObligationFigure>[] {
  const counted = (name: ObligationFigure, of: readonly OnRecord[], events: (each: OnRecord) => readonly RecordedEvent[]): Figure<ObligationFigure> => ({
    name,
    counted: of.map((each): Counted => ({ about: each.id, obligation: each.id, events: events(each) })),
  })
  const ended = (outcome: Outcome) => obligations.filter(({ state }) => outcomeOf(state) === outcome)
  const reports = obligations.flatMap((each) =>
    each.state.reports.map(({ id }): Counted => ({ about: id, obligation: each.id, events: reportEvents(each, id).slice(0, 1) })),
  )
  return [
    counted('obligations', obligations, ({ events }) => events.slice(0, 1)),
    ...(['inTime', 'inExceptionalWindow', 'late', 'undated', 'released'] as const).map((name) => counted(name, ended(name), endedBy)),
    counted('open', ended('open'), daysSetBy),
    counted(
      'overdue',
      obligations.filter(({ state }) => statusOn(state, day).overdue),
      daysSetBy,
    ),
    { name: 'reports', counted: reports },
  ]
}

/** An indicator: what is aimed at, and what was observed. */
export type Indicator = {
  readonly obligation: OnRecord
  readonly title: InLanguages
  readonly atLeast: number
  readonly unit: InLanguages
  readonly observations: readonly { readonly value: number; readonly on: CalendarDate; readonly events: readonly RecordedEvent[] }[]
  readonly reached: boolean
}

/** Indicators with their observations by day, those of withdrawn reports left out. */
export const indicatorsOf = (obligations: readonly OnRecord[]): readonly Indicator[] =>
  obligations.flatMap((each) => {
    const { state } = each
    const { discharge } = state.kindSnapshot
    if (state.target === null || discharge.by !== 'target') return []
    const { field } = discharge
    const observations = state.reports
      .flatMap(({ id, values, performedOn, review }) =>
        performedOn === null || review === 'withdrawn' || typeof values[field] !== 'number'
          ? []
          : [
              {
                value: values[field],
                on: performedOn,
                events: toldEvents(each).filter(({ data, type }) => data.report === id && type !== 'ReportAccepted'),
              },
            ],
      )
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    return [{ obligation: each, title: state.title, ...state.target, observations, reached: state.status === 'discharged' }]
  })
