import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { date, number as inDigits } from '../letters/legal-words.ts'
import { inset, type Phrase } from '../letters/phrase.ts'
import { saying } from '../letters/saying.ts'
import { sessionOfBody } from '../letters/timing-words.ts'
import type { Wording } from '../letters/wording.ts'
import type { PaperSession } from './paper-facts.ts'

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
export type PaperWording = Wording & { readonly paper: Readonly<Record<PaperMessage, string>> }

/** @throws Error when the message needs a value that was not given */
export const tell = saying((wording: PaperWording, key: PaperMessage) => wording.paper[key])

/** A number in the digits of the language, a fraction with a point; linked where an address is given. */
export const numberInset = (wording: PaperWording, value: number, href?: string): Phrase =>
  inset(inDigits(wording, String(value)), href === undefined ? {} : { href })

/** A day in words; linked where an address is given. */
export const dayInset = (wording: PaperWording, day: CalendarDate, href?: string): Phrase =>
  href === undefined ? date(wording, day) : date(wording, day).map((part) => (typeof part === 'string' ? { text: part, href } : { ...part, href }))

/** A name or a text of the record that is in one language whatever the paper's is. */
export const codeInset = (text: string, href?: string): Phrase => inset(text, { language: 'en', ...(href === undefined ? {} : { href }) })

/** The same words as the beginning of a sentence or a cell. */
export const atBeginning = ([first, ...rest]: Phrase): Phrase => {
  if (first === undefined) return []
  return typeof first === 'string' ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest] : [first, ...rest]
}

/** A session by its number and its body, `the 349th Session of the ...`. */
export const sessionInset = (wording: PaperWording, session: PaperSession): Phrase => sessionOfBody(session, wording)
