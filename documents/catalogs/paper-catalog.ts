import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Language } from '../../domain/languages.ts'
import type { PaperSession } from '../papers/paper-facts.ts'
import type { Catalog } from './catalog.ts'
import { createFormatter } from './create-formatter.ts'
import { sessionOfBody } from './format-timing.ts'
import { date, number as inDigits } from './legal-terms.ts'
import { type Message, placeable } from './message.ts'

/** The messages that the Office's papers are made of, in ICU MessageFormat: every language has each of them. */
export const paperMessages = [
  ...['followUpTitle', 'followUpIntro', 'followUpIntroFirst', 'followUpNone', 'progressTitle', 'progressForSession', 'synthetic'],
  ...['recordAt', 'recordInRehearsal', 'numbersLinked', 'decisionOf', 'decisionWithoutSession', 'draftDecision', 'adoptedInstrument'],
  ...['horizon', 'horizonOpen'],
  ...['columnDecision', 'columnParagraph', 'columnAsked', 'columnResponsible', 'columnDue', 'columnAction', 'columnStatus'],
  ...['noDay', 'provisionalDay', 'nothingReported', 'reportOf', 'valueOf', 'quoteOf', 'wordsErased', 'yes', 'no', 'revisedSince'],
  ...['doneInTime', 'doneInExceptionalWindow', 'doneLate', 'doneUndated', 'released', 'openOverdue', 'openUntil', 'openUndated', 'incompleteReport'],
  ...['rowsTitle', 'obligationsTitle', 'kindsTitle', 'linesTitle', 'columnFigure', 'columnNumber', 'columnKind'],
  ...['rows', 'rowsEnded', 'rowsRunning', 'rowsOverdue', 'rowsUnderOthers', 'rowsNotFollowed'],
  ...['obligations', 'inTime', 'inExceptionalWindow', 'late', 'undated', 'releasedCount', 'open', 'overdue', 'reports'],
  ...['indicatorsTitle', 'columnIndicator', 'columnTarget', 'columnObserved', 'columnReached', 'atLeast', 'observedOn', 'notObserved', 'reached', 'notReached'],
  ...['annexTitle', 'annexIntro', 'annexPositionsLeftOut', 'annexFigures', 'annexObligations', 'figureIs', 'nothingBehind'],
  ...['eventAt', 'eventIs'],
] as const
export type PaperMessage = (typeof paperMessages)[number]

/** One language's words for papers, beside those that they share with letters. */
export type PaperCatalog = Catalog & { readonly paper: Readonly<Record<PaperMessage, string>> }

export type PaperCatalogs = Readonly<Record<Language, PaperCatalog>>

/** @throws Error when the message needs a value that was not given */
export const formatPaperMessage = createFormatter((catalog: PaperCatalog, key: PaperMessage) => catalog.paper[key])

/** A number in the digits of the language, a fraction with a point; linked where an address is given. */
export const numberPlaceable = (catalog: PaperCatalog, value: number, href?: string): Message =>
  placeable(inDigits(catalog, String(value)), href === undefined ? {} : { href })

/** A day in words; linked where an address is given. */
export const dayPlaceable = (catalog: PaperCatalog, day: CalendarDate, href?: string): Message =>
  href === undefined ? date(catalog, day) : date(catalog, day).map((part) => (typeof part === 'string' ? { text: part, href } : { ...part, href }))

/** A name or a text of the record that is in one language whatever the paper's is. */
export const codePlaceable = (text: string, href?: string): Message => placeable(text, { language: 'en', ...(href === undefined ? {} : { href }) })

/** The same words as the beginning of a sentence or a cell. */
export const atBeginning = ([first, ...rest]: Message): Message => {
  if (first === undefined) return []
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : [first, ...rest]
}

/** A session by its number and its body, `the 349th Session of the ...`. */
export const sessionPlaceable = (catalog: PaperCatalog, session: PaperSession): Message => sessionOfBody(session, catalog)
