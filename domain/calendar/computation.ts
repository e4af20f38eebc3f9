import { z } from 'zod'
import { type CalendarDate, calendarDate, fromUtc, plusDays, toUtc } from './calendar-date.ts'
import { type DayCalendar, findOpenDay, openDaysFrom } from './day-calendar.ts'
import { type CalendarPeriod, type CivilPeriod, type Period, period } from './period.ts'

/**
 * How the last day follows from the day counted from.
 *
 * `anniversary`: the first day is not counted, so a period of months ends on the day of the same number. `day_before`: the first day is
 * itself counted, so it ends one day earlier. Which of the two applies is law, so it is a setting with a source, never a default of this code.
 */
export const countConvention = z.enum(['anniversary', 'day_before'])
export type CountConvention = z.infer<typeof countConvention>

/** Where a limit goes whose last day is closed: on to the next open day of a calendar, or back to the one before. */
export const closedDayRule = z.object({ move: z.enum(['forward', 'back']), calendar: z.string().min(1) })
export type ClosedDayRule = Readonly<z.infer<typeof closedDayRule>>

/** How a date was computed, so that a clerk can do it again by hand. */
export const computation = z.object({
  countedFrom: calendarDate,
  period,
  convention: countConvention,
  /** Counted towards earlier days. */
  direction: z.literal('back').optional(),
  /**
   * Where the period itself ends, before the convention and the adjustments. Of months: the day of the same number, or the last day of a
   * month that has no such day. Of working or sitting days: the last of those counted.
   */
  nominalOn: calendarDate,
  /** The working or sitting days counted, in order. */
  countedDays: z.array(calendarDate).optional(),
  /** What moved the day after that, in order. */
  adjustments: z.array(closedDayRule.extend({ from: calendarDate, to: calendarDate })).optional(),
  dueOn: calendarDate,
})
export type Computation = Readonly<z.infer<typeof computation>>

/** A calendar by its code; `null` where none is on record yet. */
export type FindCalendar = (code: string) => DayCalendar | null

export type CountOptions = {
  readonly findCalendar: FindCalendar
  readonly ifClosed?: ClosedDayRule | undefined
  /** `back`: the last day lies before the day counted from. */
  readonly direction?: 'forward' | 'back' | undefined
}

/**
 * The last day on which an obligation is still met in time; that day itself counts as in time.
 *
 * A period of months ends on the day of the same number, or on the last day of a month that has no such day
 * (31 August + 18 months = 28 February). Under `day_before` it ends one day earlier.
 *
 * `null` where a calendar is not on record, or ends before the period does: not known yet. The limit waits, and nothing is extrapolated.
 *
 * @param countedFrom day of the event, at the seat of the organization
 * @source ILO Constitution, article 19(5)(b), 19(6)(b), 19(7)(b)(i): months from the closing of the session
 */
export function computeLimit(countedFrom: CalendarDate, span: CivilPeriod, convention: CountConvention): Computation
export function computeLimit(countedFrom: CalendarDate, span: Period, convention: CountConvention, options: CountOptions): Computation | null
export function computeLimit(countedFrom: CalendarDate, span: Period, convention: CountConvention, options?: CountOptions): Computation | null {
  const counted = isOfCalendar(span) ? countOpenDays(countedFrom, span, convention, options) : countCivil(countedFrom, span, convention, options?.direction)
  return counted === null || options?.ifClosed === undefined ? counted : adjust(counted, options.ifClosed, options.findCalendar)
}

const isOfCalendar = (span: Period): span is CalendarPeriod => 'calendar' in span

function countCivil(countedFrom: CalendarDate, span: CivilPeriod, convention: CountConvention, direction: CountOptions['direction']): Computation {
  const back = direction === 'back'
  const nominalOn = fromUtc(back ? toUtc(countedFrom).minus(span) : toUtc(countedFrom).plus(span))
  const dueOn = convention === 'anniversary' ? nominalOn : plusDays(nominalOn, back ? 1 : -1)
  return { countedFrom, period: span, convention, ...(back ? { direction } : {}), nominalOn, dueOn }
}

function countOpenDays(countedFrom: CalendarDate, span: CalendarPeriod, convention: CountConvention, options?: CountOptions): Computation | null {
  if (options === undefined) throw new TypeError(`A period of the calendar ${span.calendar} cannot be counted without calendars`)
  const { direction = 'forward' } = options
  const calendar = options.findCalendar(span.calendar)
  if (calendar === null) return null
  const [type, count] = 'workingDays' in span ? (['working', span.workingDays] as const) : (['sitting', span.sittingDays] as const)
  if (calendar.type !== type) throw new RangeError(`${span.calendar} is a calendar of ${calendar.type} days, and ${type} days are counted`)
  const next = plusDays(countedFrom, direction === 'back' ? -1 : 1)
  const countedDays = openDaysFrom(calendar, convention === 'anniversary' ? next : countedFrom, count, direction)
  const last = countedDays?.at(-1)
  return countedDays === null || last === undefined
    ? null
    : { countedFrom, period: span, convention, ...(direction === 'back' ? { direction } : {}), nominalOn: last, countedDays: [...countedDays], dueOn: last }
}

function adjust(counted: Computation, rule: ClosedDayRule, findCalendar: FindCalendar): Computation | null {
  const calendar = findCalendar(rule.calendar)
  const open = calendar === null ? null : findOpenDay(calendar, counted.dueOn, rule.move)
  if (open === null) return null
  return open === counted.dueOn ? counted : { ...counted, adjustments: [{ ...rule, from: counted.dueOn, to: open }], dueOn: open }
}
