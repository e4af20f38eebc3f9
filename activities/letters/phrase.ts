import { saying } from './saying.ts'
import type { LetterMessage, Wording } from './wording.ts'

/**
 * A value set into a sentence: a date, a code, a name, an address.
 *
 * Its direction may differ from that of the sentence around it, so it is kept apart until it is written out.
 */
export type Inset = {
  readonly text: string
  readonly href?: string
  readonly language?: string
  readonly strong?: boolean
  /** Words of a document, on lines of their own and in their own direction. */
  readonly block?: boolean
}

/** Words and the values set into them, before they become plain text or HTML. */
export type Phrase = readonly (string | Inset)[]

/** @throws Error when the message needs a value that was not given */
export const say = saying((wording: Wording, key: LetterMessage) => wording.messages[key])

/** The bare words, for subjects and calendars. */
export const plain = (phrase: Phrase): string => phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('')

export const inset = (text: string, more: Omit<Inset, 'text'> = {}): Phrase => [{ text, ...more }]
