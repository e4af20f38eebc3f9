import type { Language } from '../../domain/languages.ts'
import { asHtml } from './as-html.ts'
import { asPlainText } from './as-plain-text.ts'
import { calendarEntries } from './calendar-entries.ts'
import type { ComposedLetter, LetterFacts } from './letter-facts.ts'
import { letterParts, subject } from './letter-parts.ts'
import { plain, say } from './phrase.ts'
import type { Wording } from './wording.ts'

/**
 * Writes one letter in one language: the same facts and wording give the same letter, to the byte.
 *
 * @throws RangeError when the wording is of another language, when there is no obligation to name, or when a word is missing
 */
export function composeLetter(facts: LetterFacts, language: Language, wording: Wording): ComposedLetter {
  if (wording.language !== language) throw new RangeError(`The letter is in ${language}, the wording in ${wording.language}`)
  const letter = letterParts(facts, wording)
  const title = subject(facts, wording)
  return {
    language,
    subject: plain(facts.synthetic ? say(wording, 'syntheticSubject', { subject: title }) : title),
    text: asPlainText(letter, wording),
    html: asHtml(letter, wording),
    calendar: calendarEntries(facts, wording),
  }
}
