import type { FindCalendar } from '../../domain/calendar/computation.ts'
import type { DayCalendar } from '../../domain/calendar/day-calendar.ts'
import type { Counting } from '../../domain/obligation/counting.ts'
import type { CalendarSeed } from './schema/calendar.ts'

/** A calendar of the seeds as the domain counts by it. */
export function calendarFrom(seed: CalendarSeed): DayCalendar {
  const { code, known } = seed
  return seed.type === 'sitting'
    ? { code, type: seed.type, known, sittings: seed.sittings.flatMap(({ days }) => days) }
    : { code, type: seed.type, known, weekdays: seed.weekdays, closed: seed.closed.flatMap(({ days }) => days) }
}

/** What is counted before anything is recorded: by the calendars of the seeds, and from no event. */
export const nothingRecorded = (calendars: readonly CalendarSeed[]): Counting => ({ eventOn: () => null, findCalendar: findIn(calendars) })

/** The calendars of the seeds by their codes. */
export const findIn =
  (calendars: readonly CalendarSeed[]): FindCalendar =>
  (code) => {
    const found = calendars.find((each) => each.code === code)
    return found === undefined ? null : calendarFrom(found)
  }
