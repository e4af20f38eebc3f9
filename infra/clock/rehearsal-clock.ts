import type { Clock } from '../../activities/ports.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'

/** A clock that the driver moves from day to day. It knows no time of day: each day is its first instant in UTC. */
export type RehearsalClock = Clock & {
  readonly day: CalendarDate
  /** The day on which commands arrive. */
  moveTo(day: CalendarDate): void
  /** What the workflows are told: they meet a day only once its facts and commands are on record. */
  readonly forWorkflows: Clock
  /** Lets the workflows meet the day that the clock is on. */
  letWorkflowsMeetTheDay(): void
}

export function createRehearsalClock(first: CalendarDate): RehearsalClock {
  let day = first
  let met = first
  const on = (shown: () => CalendarDate): Clock => ({
    today: async () => shown(),
    waitMsUntil: async (awaited) => (awaited <= shown() ? 0 : null),
    now: async () => `${shown()}T00:00:00.000Z`,
  })
  return {
    ...on(() => day),
    get day() {
      return day
    },
    moveTo: (next) => {
      day = next
    },
    forWorkflows: on(() => met),
    letWorkflowsMeetTheDay: () => {
      met = day
    },
  }
}
