import type { EventLog } from '../../activities/ports.ts'
import { type CalendarDate, day } from '../../domain/calendar/calendar-date.ts'

/** The day that a play has reached: its clock stamps what it records. `null` before the first event. */
export async function lastDayOf(log: EventLog): Promise<CalendarDate | null> {
  const [last] = await log.readFrom((await log.head()) - 1, 1)
  return last === undefined ? null : day(last.recordedAt.slice(0, 10))
}
