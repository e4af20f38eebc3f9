import { type CalendarDate, day } from '../../../domain/calendar/calendar-date.ts'
import type { FindCalendar } from '../../../domain/calendar/computation.ts'
import type { DayCalendar } from '../../../domain/calendar/day-calendar.ts'

const days = (...texts: readonly string[]): CalendarDate[] => texts.map(day)

/** A chamber that sits on Tuesdays to Thursdays of a few weeks of spring 2026, with a recess in April. Made up. */
export const sitting: DayCalendar = {
  code: 'sittings',
  type: 'sitting',
  known: { from: day('2026-02-01'), to: day('2026-05-31') },
  sittings: days(
    ...['2026-02-03', '2026-02-04', '2026-02-05', '2026-02-10', '2026-02-11', '2026-02-12'],
    ...['2026-03-03', '2026-03-04', '2026-03-05', '2026-05-05', '2026-05-06', '2026-05-07'],
  ),
}

/** Monday to Friday, but for Good Friday, Easter Monday and 1 May of 2026. */
export const working: DayCalendar = {
  code: 'office-days',
  type: 'working',
  known: { from: day('2026-01-01'), to: day('2026-12-31') },
  weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  closed: days('2026-04-03', '2026-04-06', '2026-05-01'),
}

export const findCalendar: FindCalendar = (code) => {
  const found = [sitting, working].find((calendar) => calendar.code === code)
  if (found === undefined) throw new RangeError(`There is no calendar ${code}`)
  return found
}
