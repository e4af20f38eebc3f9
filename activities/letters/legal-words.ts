import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { inset, type Phrase, plain, say } from './phrase.ts'
import type { Wording } from './wording.ts'

/** A number in the language's own digits. */
export const number = ({ digits }: Wording, text: string): string => text.replace(/\d/g, (digit) => digits.charAt(Number(digit)))

/** A civil day in words: no zone, Gregorian. */
export function date(wording: Wording, day: CalendarDate, strong = false): Phrase {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const dayNumber = Number(dayOfMonth)
  const name = wording.months[Number(month) - 1] ?? month
  const text = plain(say(wording, 'date', { day: number(wording, String(dayNumber)), dayNumber, month: name, year: number(wording, year) }))
  return inset(text, { strong })
}

/** `101` as an ordinal where it is a number; a session named otherwise (`338 bis`) by its name. */
export const session = (wording: Wording, name: string): Phrase =>
  /^\d+$/.test(name) ? say(wording, 'session', { number: Number(name) }) : say(wording, 'sessionNamed', { name })

/** A provision of an organization's constitution as each language cites it; any other citation as it stands. */
export function provision(wording: Wording, citation: string): Phrase {
  const [, treaty, cited = ''] = /^(.+), art(?:\.|icle) (\d.*)$/.exec(citation) ?? []
  const constitution = Object.values(wording.organizations).find((each) => each.constitution?.cited.rulebook === treaty)?.constitution ?? null
  if (constitution === null) return inset(citation, { language: 'en' })
  return inset(plain(say(wording, 'provision', { instrument: constitution.cited.own, article: article(wording, cited) })))
}

/** `19(6)(b)`: number, paragraph, point, item. */
export function article(wording: Wording, citation: string): string {
  const [head = '', ...parts] = citation.split(/[()]+/).filter((part) => part !== '')
  const levels = ['paragraph', 'point', 'item'] as const
  const written = (part: string) => wording.enumeration[part] ?? number(wording, part)
  const nested = parts.map((part, level) => plain(say(wording, levels[level] ?? 'item', { value: written(part) })))
  return plain(say(wording, 'article', { number: number(wording, head) })) + nested.join('')
}
