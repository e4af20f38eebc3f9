import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { textIn, textOr } from '../../domain/languages.ts'
import { responsibleFor, rowOf, sourcesOf } from '../../domain/obligation/basis.ts'
import { citation } from '../../domain/provenance.ts'
import { fieldsOf } from '../../domain/report/form.ts'
import { type Place, placesIn } from '../../domain/report/places.ts'
import type { FollowUpLine } from '../../domain/status/follow-up.ts'
import { statusOn } from '../../domain/status/status-on.ts'
import { type Message, placeable } from '../catalogs/message.ts'
import { codePlaceable, dayPlaceable, formatPaperMessage, numberPlaceable, type PaperCatalog } from '../catalogs/paper-catalog.ts'
import { placeLabel } from '../catalogs/place-label.ts'
import type { Cell } from './document.ts'
import type { PaperFacts } from './paper-facts.ts'

/** The row or the instrument, and its place where the source names one. */
export function paragraphCell({ state }: FollowUpLine): Cell {
  const source = sourcesOf(state)
  const places = source.flatMap(({ place }) => place ?? [])
  const [first] = source
  return [
    codePlaceable(rowOf(state)?.id ?? state.request),
    ...(places.length > 0 ? places : first === undefined ? [] : [citation(first)]).slice(0, 1).map((place) => codePlaceable(place)),
  ]
}

/** What is asked: the kind as the verb, then the words of the row. */
export const askedCell = ({ state: { kindSnapshot, title, occurrence } }: FollowUpLine, { language }: PaperCatalog): Cell => [
  placeable(textIn(kindSnapshot.name, language), { strong: true }),
  [...placeable(textIn(title, language)), ...(occurrence === null ? [] : [' ', ...codePlaceable(`(${occurrence})`)])],
]

export function responsibleCell({ state }: FollowUpLine, { units }: PaperFacts, { language }: PaperCatalog): Cell {
  const responsible = responsibleFor(state)
  return [placeable(textOr(units[state.party], language, state.party)), ...(responsible === null ? [] : [codePlaceable(responsible)])]
}

/** Each of its days with the name that its kind gives it, linked to what set it. */
export function dueCell({ state }: FollowUpLine, entry: string, catalog: PaperCatalog): Cell {
  const { limits, moved } = state
  if (limits.length === 0) return [formatPaperMessage(catalog, 'noDay')]
  const several = limits.length > 1
  const days = limits
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ limit, name, dueOn, provisional }): Message => {
      const shown = dayPlaceable(catalog, dueOn, entry)
      const day = provisional ? formatPaperMessage(catalog, 'provisionalDay', { day: shown }) : shown
      return several ? formatPaperMessage(catalog, 'valueOf', { label: placeable(textOr(name, catalog.language, limit)), value: day }) : day
    })
  return [...days, ...(moved.length === 0 ? [] : [formatPaperMessage(catalog, 'revisedSince', { count: numberPlaceable(catalog, moved.length, entry) })])]
}

/** What was reported, report by report: its day, then each answer in the order of its questions. */
export function actionCell({ state }: FollowUpLine, entry: string, { words }: PaperFacts, catalog: PaperCatalog): Cell {
  const reports = state.reports.filter(({ review }) => review !== 'withdrawn')
  if (reports.length === 0) return [formatPaperMessage(catalog, 'nothingReported')]
  return reports.flatMap(({ id, receivedOn, values }) => [
    formatPaperMessage(catalog, 'reportOf', { day: dayPlaceable(catalog, receivedOn, entry) }),
    ...placesIn(fieldsOf(state.kindSnapshot.report), (path) => Number(values[path] ?? 0)).flatMap((place) => {
      const said = { label: placeLabel(place, catalog) }
      const written = words[id]?.[place.path]
      if (written !== undefined) return [formatPaperMessage(catalog, 'quoteOf', { ...said, words: quoted(written) })]
      const value = values[place.path]
      return value === undefined ? [] : [formatPaperMessage(catalog, 'valueOf', { ...said, value: shown(value, place, entry, catalog) })]
    }),
    ...(words[id] === undefined ? [formatPaperMessage(catalog, 'wordsErased')] : []),
  ])
}

/** Long enough for a reader to know what was done; the rest stands in the report. */
const longestQuote = 600

const quoted = (text: string): Message => placeable(text.length <= longestQuote ? text : `${text.slice(0, longestQuote).trimEnd()} …`)

function shown(value: string | number | boolean, { field }: Place, entry: string, catalog: PaperCatalog): Message {
  if (field.type === 'choice') return placeable(textOr(field.options.find((option) => option.value === value)?.label, catalog.language, String(value)))
  if (typeof value === 'boolean') return formatPaperMessage(catalog, value ? 'yes' : 'no')
  if (typeof value === 'number') return numberPlaceable(catalog, value, entry)
  return field.type === 'day' ? dayPlaceable(catalog, value as CalendarDate, entry) : placeable(value)
}

/** Where it stands on the day of the paper. */
export function statusCell({ state }: FollowUpLine, day: CalendarDate, entry: string, catalog: PaperCatalog): Cell {
  if (state.status === 'released') return [formatPaperMessage(catalog, 'released')]
  const { performance, discharged, overdue, notification } = statusOn(state, day)
  if (discharged && performance !== null)
    return [formatPaperMessage(catalog, doneAs[performance.class], { day: dayPlaceable(catalog, performance.performedOn, entry) })]
  const last = state.limits
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  const limit =
    last === undefined
      ? formatPaperMessage(catalog, 'openUndated')
      : formatPaperMessage(catalog, overdue ? 'openOverdue' : 'openUntil', { day: dayPlaceable(catalog, last, entry) })
  return [
    limit,
    ...(notification === 'incomplete' && state.kindSnapshot.discharge.by === 'complete-report' ? [formatPaperMessage(catalog, 'incompleteReport')] : []),
  ]
}

const doneAs = { inTime: 'doneInTime', inExceptionalWindow: 'doneInExceptionalWindow', late: 'doneLate', undated: 'doneUndated' } as const
