import { z } from 'zod'
import { type CalendarDate, calendarDate, fromUtc, plusDays, toUtc } from './calendar-date.ts'

/** A span as instruments count them: calendar months, never days divided by thirty. */
export const period = z.object({ months: z.int().positive() })
export type Period = Readonly<z.infer<typeof period>>

/**
 * How the last day follows from the day counted from.
 *
 * `anniversary`: the day of the same number. `day_before`: the day before it, as when the first day itself is counted.
 * Which of the two applies is law, so it is a setting with a source, never a default of this code.
 */
export const countConvention = z.enum(['anniversary', 'day_before'])
export type CountConvention = z.infer<typeof countConvention>

/** How a date was reckoned, so that a clerk can do it again by hand. */
export const computation = z.object({
  countedFrom: calendarDate,
  period,
  convention: countConvention,
  /** The day of the same number, or the last day of a month that has no such day. */
  anniversary: calendarDate,
  dueOn: calendarDate,
})
export type Computation = Readonly<z.infer<typeof computation>>

/**
 * The last day on which an obligation is still met in time; that day itself counts as in time.
 *
 * A period of months ends on the day of the same number, or on the last day of a month that has no such day
 * (31 August + 18 months = 28 February). Under `day_before` it ends one day earlier.
 *
 * @param countedFrom day of the session's closing, at the seat of the organization
 * @source ILO Constitution, article 19(5)(b), 19(6)(b), 19(7)(b)(i): months from the closing of the session
 */
export function computeLimit(countedFrom: CalendarDate, span: Period, convention: CountConvention): Computation {
  const anniversary = fromUtc(toUtc(countedFrom).plus({ months: span.months }))
  return { countedFrom, period: span, convention, anniversary, dueOn: convention === 'anniversary' ? anniversary : plusDays(anniversary, -1) }
}
