import type { Catalog, LetterMessage } from './catalog.ts'
import { createFormatter } from './create-formatter.ts'

/**
 * A value set into a sentence: a date, a code, a name, an address.
 *
 * Its direction may differ from that of the sentence around it, so it is kept apart until it is written out.
 */
export type Placeable = {
  readonly text: string
  readonly href?: string
  readonly language?: string
  readonly strong?: boolean
  /** Words of a document, on lines of their own and in their own direction. */
  readonly block?: boolean
}

/** Words and the values set into them, before they become plain text or HTML. */
export type Message = readonly (string | Placeable)[]

/** @throws Error when the message needs a value that was not given */
export const formatMessage = createFormatter((catalog: Catalog, key: LetterMessage) => catalog.messages[key])

/** The bare words, for subjects and calendars. */
export const toPlainText = (phrase: Message): string => phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('')

export const placeable = (text: string, more: Omit<Placeable, 'text'> = {}): Message => [{ text, ...more }]
