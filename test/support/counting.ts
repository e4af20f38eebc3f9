import { day } from '../../domain/calendar/calendar-date.ts'
import type { DayCalendar } from '../../domain/calendar/day-calendar.ts'
import type { Counting } from '../../domain/obligation/counting.ts'

/** Events as `type/about` with their days, and calendars, as if they were on record; nothing where none are given. */
export const countingOf = (events: Readonly<Record<string, string>> = {}, calendars: readonly DayCalendar[] = []): Counting => ({
  eventOn: (type, about) => {
    const on = events[`${type}/${about}`]
    return on === undefined ? null : day(on)
  },
  findCalendar: (code) => calendars.find((each) => each.code === code) ?? null,
})
