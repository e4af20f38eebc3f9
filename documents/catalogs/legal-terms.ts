import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type Period, parsePeriod } from '../../domain/calendar/period.ts'
import type { Catalog } from './catalog.ts'
import { formatMessage, type Message, placeable, toPlainText } from './message.ts'

/** A number in the language's own digits. */
export const number = ({ digits }: Catalog, text: string): string => text.replace(/\d/g, (digit) => digits.charAt(Number(digit)))

/** A civil day in words: no zone, Gregorian. */
export function date(catalog: Catalog, day: CalendarDate, strong = false): Message {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  const dayNumber = Number(dayOfMonth)
  const name = catalog.months[Number(month) - 1] ?? month
  const text = toPlainText(formatMessage(catalog, 'date', { day: number(catalog, String(dayNumber)), dayNumber, month: name, year: number(catalog, year) }))
  return placeable(text, { strong })
}

/** `12 months`, `six sitting days` as the language counts them. */
export function periodIn(catalog: Catalog, span: Period): Message {
  const { unit, count } = parsePeriod(span)
  return formatMessage(catalog, unit, { count })
}

/** `101` as an ordinal where it is a number; a session named otherwise (`338 bis`) by its name. */
export const session = (catalog: Catalog, name: string): Message =>
  /^\d+$/.test(name) ? formatMessage(catalog, 'session', { number: Number(name) }) : formatMessage(catalog, 'sessionNamed', { name })

/** A provision of an organization's constitution as each language cites it; any other citation as it stands. */
export function provision(catalog: Catalog, citation: string): Message {
  const [, treaty, cited = ''] = /^(.+), art(?:\.|icle) (\d.*)$/.exec(citation) ?? []
  const constitution = Object.values(catalog.organizations).find((each) => each.constitution?.cited.rulebook === treaty)?.constitution ?? null
  if (constitution === null) return placeable(citation, { language: 'en' })
  return placeable(toPlainText(formatMessage(catalog, 'provision', { instrument: constitution.cited.own, article: article(catalog, cited) })))
}

/** `19(6)(b)`: number, paragraph, point, item. */
export function article(catalog: Catalog, citation: string): string {
  const [head = '', ...parts] = citation.split(/[()]+/).filter((part) => part !== '')
  const levels = ['paragraph', 'point', 'item'] as const
  const written = (part: string) => catalog.enumeration[part] ?? number(catalog, part)
  const nested = parts.map((part, level) => toPlainText(formatMessage(catalog, levels[level] ?? 'item', { value: written(part) })))
  return toPlainText(formatMessage(catalog, 'article', { number: number(catalog, head) })) + nested.join('')
}
