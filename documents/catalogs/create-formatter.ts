import { IntlMessageFormat } from 'intl-messageformat'
import type { Message, Placeable } from './message.ts'

/** What is set into a message, by the names that it has for them. */
export type Values = Readonly<Record<string, string | number | Placeable | Message>>

/**
 * Says the messages of one family of words, in ICU MessageFormat.
 *
 * @param textOf the message of that key in one language
 * @returns a function that throws an Error when the message needs a value that was not given
 */
export function createFormatter<Words extends Spoken, Key extends string>(textOf: (words: Words, key: Key) => string) {
  const messageOf = parseOnce(textOf)
  return (words: Words, key: Key, values: Values = {}): Message => {
    const parts = messageOf(words, key).formatToParts<Placeable | Message>(values as Record<string, string | number | Placeable>)
    return parts.flatMap(({ value }) => (Array.isArray(value) ? (value as Message) : [value as string | Placeable]))
  }
}

/** Parsing a message costs more than saying it, and a cycle or a page says the same ones for each State. */
export function parseOnce<Words extends Spoken, Key extends string>(textOf: (words: Words, key: Key) => string) {
  const parsed = new WeakMap<Words, Map<Key, IntlMessageFormat>>()
  return (words: Words, key: Key): IntlMessageFormat => {
    const known = parsed.get(words) ?? new Map<Key, IntlMessageFormat>()
    parsed.set(words, known)
    const message = known.get(key) ?? new IntlMessageFormat(textOf(words, key), words.formatLocale, undefined, { ignoreTag: true })
    known.set(key, message)
    return message
  }
}

type Spoken = { readonly formatLocale: string }
