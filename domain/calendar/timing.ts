import { z } from 'zod'
import { type CalendarDate, calendarDate, day, fromUtc, toUtc } from './calendar-date.ts'

const year = z.int().min(1900).max(2200)

/** A month of a year: `2012-11`. */
export const monthOfYear = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'This is no month. Write the year and the month, as 2012-11.')

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const

/** When something is to be done, in the shape in which a document prints it: nothing of the shape is lost. */
export const timing = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('day'), date: calendarDate }),
  // The day itself still counts as in time, whatever the preposition: the printed wording stands beside it.
  z.strictObject({ shape: z.literal('before'), date: calendarDate }),
  z.strictObject({ shape: z.literal('by'), date: calendarDate }),
  z.strictObject({ shape: z.literal('month'), month: monthOfYear }),
  z.strictObject({ shape: z.literal('months'), from: monthOfYear, to: monthOfYear }),
  z.strictObject({ shape: z.literal('season'), year, season: z.enum(seasons) }),
  z.strictObject({ shape: z.literal('half-year'), year, half: z.union([z.literal(1), z.literal(2)]) }),
  z.strictObject({ shape: z.literal('year'), year }),
  z.strictObject({ shape: z.literal('years'), from: year, to: year }),
  z.strictObject({ shape: z.literal('before-end-of'), year }),
  // One event in each year, the first and the last included; `to: null` where no last one is printed.
  z.strictObject({ shape: z.literal('every-year'), from: year, to: year.nullable() }),
  // At a session of a body: its days are the session's, and move with it.
  z.strictObject({ shape: z.literal('session'), session: z.string().min(1) }),
  // Counted from the paper that prints it: "the next two years".
  z.strictObject({ shape: z.literal('span'), from: calendarDate, years: z.int().positive() }),
  // Printed `-`: followed where these rows are followed.
  z.strictObject({ shape: z.literal('other-rows'), rows: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ shape: z.literal('none') }),
])
export type Timing = Readonly<z.infer<typeof timing>>

/** From its first day to its last, both included. */
export type Span = { readonly first: CalendarDate; readonly last: CalendarDate }

/**
 * The days that a timing covers; `null` where it has none of its own: a session's days come from the session,
 * other rows have theirs, one event in every year without a last one has no end, and what is printed without a date stays without one.
 *
 * A season is read as the meteorological one of the northern hemisphere (autumn: September to November), a default of this
 * product; winter begins in December of its year. "Before" and "by" leave the first day open: it is the day itself.
 *
 * @throws RangeError when a range ends before it begins
 */
export function spanOf(printed: Timing): Span | null {
  switch (printed.shape) {
    case 'day':
    case 'before':
    case 'by':
      return { first: printed.date, last: printed.date }
    case 'month':
      return { first: firstOf(printed.month), last: lastOf(printed.month) }
    case 'months':
      return ordered({ first: firstOf(printed.from), last: lastOf(printed.to) })
    case 'season':
      return seasonOf(printed.year, printed.season)
    case 'half-year':
      return printed.half === 1
        ? { first: day(`${printed.year}-01-01`), last: day(`${printed.year}-06-30`) }
        : { first: day(`${printed.year}-07-01`), last: day(`${printed.year}-12-31`) }
    case 'year':
    case 'before-end-of':
      return { first: day(`${printed.year}-01-01`), last: day(`${printed.year}-12-31`) }
    case 'every-year':
      return printed.to === null ? null : yearsOf(printed.from, printed.to)
    case 'years':
      return yearsOf(printed.from, printed.to)
    case 'span':
      return { first: printed.from, last: fromUtc(toUtc(printed.from).plus({ years: printed.years })) }
    case 'session':
    case 'other-rows':
    case 'none':
      return null
  }
}

const firstOf = (month: string): CalendarDate => day(`${month}-01`)
const lastOf = (month: string): CalendarDate => fromUtc(toUtc(firstOf(month)).endOf('month'))

const firstMonthOf = { spring: '03', summer: '06', autumn: '09', winter: '12' } as const

function seasonOf(inYear: number, season: (typeof seasons)[number]): Span {
  const first = day(`${inYear}-${firstMonthOf[season]}-01`)
  return { first, last: fromUtc(toUtc(first).plus({ months: 2 }).endOf('month')) }
}

const yearsOf = (from: number, to: number): Span => ordered({ first: day(`${from}-01-01`), last: day(`${to}-12-31`) })

function ordered(span: Span): Span {
  if (span.last < span.first) throw new RangeError(`A range cannot end on ${span.last}, before it begins on ${span.first}`)
  return span
}
