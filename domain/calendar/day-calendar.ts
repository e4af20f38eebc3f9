import { z } from 'zod'
import { type CalendarDate, calendarDate, plusDays, toUtc } from './calendar-date.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** The days of which a calendar says anything at all, both included. Of a day outside nobody may say that it is open or closed. */
const known = z.object({ from: calendarDate, to: calendarDate })

/** The days on which a body sits: those listed, and no others. */
const sittingCalendar = z.object({ code: z.string(), type: z.literal('sitting'), known, sittings: z.array(calendarDate) })

/** The days on which work is done: the weekdays named, but for the closed days listed. */
const workingCalendar = z.object({
  code: z.string(),
  type: z.literal('working'),
  known,
  weekdays: z.array(z.enum(weekdays)).min(1),
  closed: z.array(calendarDate),
})

/** A calendar of an organization: which days count, as far as its sources say. */
export const dayCalendar = z.discriminatedUnion('type', [sittingCalendar, workingCalendar])
export type DayCalendar = Readonly<z.infer<typeof dayCalendar>>

/** Whether a day counts; `null` where the calendar does not reach: never taken from the years that it does know. */
export function isOpenDay(calendar: DayCalendar, day: CalendarDate): boolean | null {
  if (day < calendar.known.from || day > calendar.known.to) return null
  if (calendar.type === 'sitting') return calendar.sittings.includes(day)
  return calendar.weekdays.includes(weekdayOf(day)) && !calendar.closed.includes(day)
}

/** The next open day from this one on, or the one before in the other direction; `null` where the calendar ends first. */
export function findOpenDay(calendar: DayCalendar, from: CalendarDate, direction: 'forward' | 'back'): CalendarDate | null {
  for (let day = from; ; day = plusDays(day, direction === 'forward' ? 1 : -1)) {
    const open = isOpenDay(calendar, day)
    if (open !== false) return open === null ? null : day
  }
}

/** The first open days from a day on, that day included, in one direction; `null` where the calendar ends before it has so many. */
export function openDaysFrom(
  calendar: DayCalendar,
  from: CalendarDate,
  count: number,
  direction: 'forward' | 'back' = 'forward',
): readonly CalendarDate[] | null {
  const found: CalendarDate[] = []
  for (let next = from; found.length < count; ) {
    const day = findOpenDay(calendar, next, direction)
    if (day === null) return null
    found.push(day)
    next = plusDays(day, direction === 'back' ? -1 : 1)
  }
  return found
}

export const weekdayOf = (day: CalendarDate): (typeof weekdays)[number] => weekdays[toUtc(day).weekday - 1] ?? 'sunday'
