import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Progress } from './environment.ts'

/** What is to be played, and how. */
export type RehearsalOptions = {
  /** A cycle of the seeds by its code, or as `<organization>:<code>` where two organizations have one of that code. */
  readonly cycle: string
  /** Defaults to the closing of the session. */
  readonly from?: CalendarDate
  /** Defaults to the cycle's horizon. */
  readonly until?: CalendarDate
  /** Played alone; without it, the play is generated from the seed. */
  readonly scenarioFile?: string
  readonly seed: string
  /** Becomes a rehearsal installation; without it, everything is thrown away at the end. */
  readonly dataDirectory?: string
  /** Leaves `DIR/histories/<workflow id, URL-encoded>.json`. */
  readonly keepHistories?: boolean
  readonly onProgress?: (progress: Progress) => void
  /** The play is broken off when it aborts, and everything that was started for it is ended. */
  readonly stopping?: AbortSignal
}
