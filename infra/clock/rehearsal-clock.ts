import type { Clock } from '../../activities/ports.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'

/**
 * A clock that the driver moves from day to day; it knows no time of day: each day is its first instant in UTC.
 *
 * The installation meets a day in three parts, each with hands of its own, so that nobody acts on a day before those ahead of it
 * in the day's order: commands first, then steps, then letters.
 */
export type RehearsalClock = Clock & {
  readonly day: CalendarDate
  /** The day on which commands arrive. */
  moveTo(day: CalendarDate): void
  readonly forSteps: Clock
  /** Steps meet the day once its facts and commands are on record. */
  beginSteps(): void
  readonly forLetters: Clock
  /** Letters are written once the day's steps are taken. */
  beginLetters(): void
}

export function createRehearsalClock(first: CalendarDate): RehearsalClock {
  let commands = first
  let steps = first
  let letters = first
  const showing = (shown: () => CalendarDate): Clock => ({
    today: async () => shown(),
    waitMsUntil: async (awaited) => (awaited <= shown() ? 0 : null),
    now: async () => `${shown()}T00:00:00.000Z`,
  })
  return {
    ...showing(() => commands),
    get day() {
      return commands
    },
    moveTo: (day) => {
      commands = day
    },
    forSteps: showing(() => steps),
    beginSteps: () => {
      steps = commands
    },
    forLetters: showing(() => letters),
    beginLetters: () => {
      letters = commands
    },
  }
}
