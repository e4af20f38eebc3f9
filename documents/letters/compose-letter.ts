import type { Language } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { formatMessage, toPlainText } from '../catalogs/message.ts'
import { asHtml } from './as-html.ts'
import { asPlainText } from './as-plain-text.ts'
import { calendarEntries } from './calendar-entries.ts'
import type { ComposedLetter, LetterFacts } from './letter-facts.ts'
import { letterParts } from './letter-parts.ts'

/**
 * Writes one letter in one language: the same facts and wording give the same letter, to the byte.
 *
 * @throws RangeError when the wording is of another language, when there is no obligation to name, or when a word is missing
 */
export function composeLetter(facts: LetterFacts, language: Language, catalog: Catalog): ComposedLetter {
  if (catalog.language !== language) throw new RangeError(`The letter is in ${language}, the wording in ${catalog.language}`)
  const letter = letterParts(facts, catalog)
  const { title } = letter
  return {
    language,
    subject: toPlainText(facts.synthetic ? formatMessage(catalog, 'syntheticSubject', { subject: title }) : title),
    text: asPlainText(letter, catalog),
    html: asHtml(letter, catalog),
    calendar: calendarEntries(facts, catalog),
  }
}
