import { DateTime } from 'luxon'
import type { Clock } from '../../activities/ports.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'

/** The clock of a live installation. @param nowMs milliseconds since 1970, the system's own by default */
export const systemClock = (nowMs: () => number | Promise<number> = Date.now): Clock => ({
  today: async (zone) => DateTime.fromMillis(await nowMs(), { zone }).toISODate() as CalendarDate,

  waitMsUntil: async (day, zone) => {
    const left = DateTime.fromISO(day, { zone }).startOf('day').toMillis() - (await nowMs())
    // A timer may fire a little early: a second is the least that is worth waiting for.
    return left <= 0 ? 0 : Math.max(left, 1_000)
  },

  now: async () => new Date(await nowMs()).toISOString(),
})
