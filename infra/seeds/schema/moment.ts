import { z } from 'zod'
import { type CalendarDate, calendarDate, day, fromUtc, toUtc } from '../../../domain/calendar/calendar-date.ts'

/** A month of a year: `2013-06`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'This is no month. Write the year and the month, as 2013-06.')

/** A month and a day of every year: `08-01`. */
export const dayOfYear = z
  .string()
  .refine((text) => calendarDate.safeParse(`2001-${text}`).success, 'This is no day of every year. Write the month and the day, as 08-01.')

export const firstDayOf = (of: string): CalendarDate => day(`${of}-01`)

export const lastDayOf = (of: string): CalendarDate => fromUtc(toUtc(firstDayOf(of)).endOf('month'))

/** Asks that just one of these fields is there: a day is known in one shape, never in two. */
export const exactlyOneOf =
  (...fields: readonly string[]) =>
  ({ value, issues }: z.core.ParsePayload<Readonly<Record<string, unknown>>>): void => {
    const given = fields.filter((field) => value[field] !== undefined)
    if (given.length === 1) return
    const found = given.length === 0 ? 'none is there' : `${given.join(' and ')} are there`
    issues.push({ code: 'custom', input: value, path: given.slice(1, 2), message: `Exactly one of ${fields.join(', ')} is needed, and ${found}.` })
  }

/** When a State became a Member, in the shape in which it is known. */
export const admissionMoment = z
  .strictObject({ on: calendarDate.optional(), by: calendarDate.optional(), month: month.optional(), year: z.int().optional(), before: z.int().optional() })
  .check(exactlyOneOf('on', 'by', 'month', 'year', 'before'))
  .transform(({ on, ...known }) => ({
    admittedOn: on ?? null,
    knownBy: on === undefined ? knownBy(known) : null,
    /** As closely as it is known: a day, a month or a year. */
    known: String(on ?? known.by ?? known.month ?? known.year ?? known.before),
  }))

type Known = { by?: CalendarDate | undefined; month?: string | undefined; year?: number | undefined; before?: number | undefined }

/** The first day on which membership is certain. */
function knownBy({ by, month, year, before }: Known): CalendarDate | null {
  if (by !== undefined) return by
  if (month !== undefined) return lastDayOf(month)
  if (year !== undefined) return day(`${year}-12-31`)
  return before === undefined ? null : day(`${before - 1}-12-31`)
}
