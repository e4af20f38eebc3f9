import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { KnownObligation } from '../obligation/state.ts'
import { type SubmissionClass, submissionClass } from '../report/submission-class.ts'

/** How what was done stands to its days: `undated` where no day was set. */
export type PerformanceClass = SubmissionClass | 'undated'

/**
 * The class of what was done, by its own date. An obligation of a declared kind has one day that counts, the last of its days.
 *
 * @param doneOn the day on which it was done, not that of the report
 */
export function performanceClass(doneOn: CalendarDate, state: KnownObligation): PerformanceClass {
  if (state.family === 'instrument') return submissionClass(doneOn, state.limits)
  const last = state.limits
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  if (last === undefined) return 'undated'
  return doneOn <= last ? 'inTime' : 'late'
}
