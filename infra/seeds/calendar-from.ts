import type { DayCalendar } from '../../domain/calendar/day-calendar.ts'
import type { CalendarSeed } from './schema/calendar.ts'

/** A calendar of the seeds as the domain counts by it. */
export function calendarFrom(seed: CalendarSeed): DayCalendar {
  const { code, known } = seed
  return seed.type === 'sitting'
    ? { code, type: seed.type, known, sittings: seed.sittings.flatMap(({ days }) => days) }
    : { code, type: seed.type, known, weekdays: seed.weekdays, closed: seed.closed.flatMap(({ days }) => days) }
}
