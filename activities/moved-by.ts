import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { parseStreamName } from '../domain/streams.ts'
import { countedMoved } from './counting/counted-moved.ts'
import { afterNews, type StreamNews } from './history-after.ts'
import { mergeAppends } from './merge-appends.ts'
import type { Append } from './ports.ts'
import { sessionNewsMoves } from './session/reschedule-for-session.ts'
import type { Computed } from './session/reschedule-instruments.ts'

/**
 * What moves with sessions, events and calendars of which something new is recorded, to go into the append that records it: what is
 * counted from a closing, and what waits for a session, an event or the days of a calendar.
 */
export async function movedBy(context: Computed, news: readonly StreamNews[], today: CalendarDate): Promise<Append['streams']> {
  const after = afterNews(news)
  const moved = await Promise.all(
    news.map((each) => {
      const { category } = parseStreamName(each.history.stream)
      if (category === 'session') return sessionNewsMoves(context, each, after, today)
      return category === 'occurrence' || category === 'calendar' ? countedMoved(context, each, after, today) : []
    }),
  )
  return mergeAppends(moved.flat())
}
