import type { EventsOf } from '../events.ts'
import type { DayCalendar } from './day-calendar.ts'
import type { calendarEvents } from './events.ts'

export type CalendarEvent = EventsOf<typeof calendarEvents>

/** A calendar as far as its organization published it, and the cycles whose limits are counted in it. */
export type PublishedCalendar = { readonly calendar: DayCalendar | null; readonly cycles: readonly string[] }

/** The calendar as last published; one that nobody published yet may be waited for all the same. */
export const publishedCalendar = {
  initial: { calendar: null, cycles: [] } as PublishedCalendar,
  evolve: (state: PublishedCalendar, event: CalendarEvent): PublishedCalendar =>
    event.type === 'CalendarPublished' ? { ...state, calendar: event.data.calendar } : { ...state, cycles: [...state.cycles, event.data.cycle] },
}
