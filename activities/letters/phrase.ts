import { IntlMessageFormat } from 'intl-messageformat'
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

type Values = Readonly<Record<string, string | number | Inset | Phrase>>

/** @throws Error when the message needs a value that was not given */
export function say(wording: Wording, key: LetterMessage, values: Values = {}): Phrase {
  const parts = messageOf(wording, key).formatToParts<Inset | Phrase>(values as Record<string, string | number | Inset>)
  return parts.flatMap(({ value }) => (Array.isArray(value) ? (value as Phrase) : [value as string | Inset]))
}

/** The bare words, for subjects and calendars. */
export const plain = (phrase: Phrase): string => phrase.map((part) => (typeof part === 'string' ? part : part.text)).join('')

export const inset = (text: string, more: Omit<Inset, 'text'> = {}): Phrase => [{ text, ...more }]

const parsed = new WeakMap<Wording, Map<LetterMessage, IntlMessageFormat>>()

/** Parsing a message costs more than saying it, and a cycle says the same ones for each State. */
function messageOf(wording: Wording, key: LetterMessage): IntlMessageFormat {
  const known = parsed.get(wording) ?? new Map<LetterMessage, IntlMessageFormat>()
  parsed.set(wording, known)
  const message = known.get(key) ?? new IntlMessageFormat(wording.messages[key], wording.formatLocale, undefined, { ignoreTag: true })
  known.set(key, message)
  return message
}
