import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { citation } from '../../domain/provenance.ts'
import type { FollowUpLine } from '../../domain/views/follow-up.ts'
import { standingOn } from '../../domain/views/standing.ts'
import { inset, type Phrase } from '../letters/phrase.ts'
import type { Cell } from './document.ts'
import type { PaperFacts } from './paper-facts.ts'
import { codeInset, dayInset, numberInset, type PaperWording, tell } from './wording.ts'

/** The row, and its place where the source names one. */
export function paragraphCell({ state: { row } }: FollowUpLine): Cell {
  const places = row.source.flatMap(({ place }) => place ?? [])
  const [first] = row.source
  return [codeInset(row.id), ...(places.length > 0 ? places : first === undefined ? [] : [citation(first)]).slice(0, 1).map((place) => codeInset(place))]
}

/** What is asked: the kind as the verb, then the words of the row. */
export const askedCell = ({ state: { kindName, title, occurrence } }: FollowUpLine, { language }: PaperWording): Cell => [
  inset(kindName[language], { strong: true }),
  [...inset(title[language]), ...(occurrence === null ? [] : [' ', ...codeInset(`(${occurrence})`)])],
]

export const responsibleCell = ({ state: { debtor, responsible } }: FollowUpLine, { units }: PaperFacts, { language }: PaperWording): Cell => [
  inset(units[debtor]?.[language] ?? debtor),
  ...(responsible === undefined ? [] : [codeInset(responsible)]),
]

/** Each of its days with the name that its kind gives it, linked to what set it. */
export function dueCell({ state }: FollowUpLine, entry: string, wording: PaperWording): Cell {
  const { deadlines, moved } = state
  if (deadlines.length === 0) return [tell(wording, 'noDay')]
  const several = deadlines.length > 1
  const days = deadlines
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ name, dueOn, provisional }): Phrase => {
      const shown = dayInset(wording, dueOn, entry)
      const day = provisional ? tell(wording, 'provisionalDay', { day: shown }) : shown
      return several ? tell(wording, 'valueOf', { label: inset(name[wording.language]), value: day }) : day
    })
  return [...days, ...(moved.length === 0 ? [] : [tell(wording, 'revisedSince', { count: numberInset(wording, moved.length, entry) })])]
}

/** What was reported, report by report: its day, then each answer in the order of its questions. */
export function actionCell({ state }: FollowUpLine, entry: string, { words }: PaperFacts, wording: PaperWording): Cell {
  const reports = state.reports.filter(({ review }) => review !== 'withdrawn')
  if (reports.length === 0) return [tell(wording, 'nothingReported')]
  return reports.flatMap(({ id, receivedOn, values }) => [
    tell(wording, 'reportOf', { day: dayInset(wording, receivedOn, entry) }),
    ...state.report.fields.flatMap(({ name, label, type }) => {
      const said = { label: inset(label[wording.language]) }
      if (type === 'words') return words[id]?.[name] === undefined ? [] : [tell(wording, 'quoteOf', { ...said, words: quoted(words[id][name]) })]
      const value = values[name]
      return value === undefined ? [] : [tell(wording, 'valueOf', { ...said, value: shown(value, type, entry, wording) })]
    }),
    ...(words[id] === undefined ? [tell(wording, 'wordsErased')] : []),
  ])
}

/** Long enough for a reader to know what was done; the rest stands in the report. */
const longestQuote = 600

const quoted = (text: string): Phrase => inset(text.length <= longestQuote ? text : `${text.slice(0, longestQuote).trimEnd()} …`)

function shown(value: string | number | boolean, type: string, entry: string, wording: PaperWording): Phrase {
  if (typeof value === 'boolean') return tell(wording, value ? 'yes' : 'no')
  if (typeof value === 'number') return numberInset(wording, value, entry)
  return type === 'day' ? dayInset(wording, value as CalendarDate, entry) : inset(value)
}

/** Where it stands on the day of the paper. */
export function statusCell({ state }: FollowUpLine, day: CalendarDate, entry: string, wording: PaperWording): Cell {
  if (state.status === 'released') return [tell(wording, 'released')]
  const { performance, discharged, overdue, notification } = standingOn(state, day)
  if (discharged && performance !== null) return [tell(wording, doneAs[performance.class], { day: dayInset(wording, performance.submittedOn, entry) })]
  const last = state.deadlines
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  const limit =
    last === undefined ? tell(wording, 'openUndated') : tell(wording, overdue ? 'openOverdue' : 'openUntil', { day: dayInset(wording, last, entry) })
  return [limit, ...(notification === 'incomplete' && state.discharge.by === 'complete-report' ? [tell(wording, 'incompleteReport')] : [])]
}

const doneAs = { inTime: 'doneInTime', inExceptionalWindow: 'doneInExceptionalWindow', late: 'doneLate', undated: 'doneUndated' } as const
