import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { LimitName } from '../rulebook/rule.ts'

/** Where a submission falls, by its own date alone. Whether circumstances were exceptional is for a body to say. */
export type SubmissionClass = 'inTime' | 'inExceptionalWindow' | 'late'

/**
 * The class of a submission: `inTime` to the first limit, `inExceptionalWindow` to the last, `late` after it.
 * The last day of each counts as in time. A provision with one limit has no window.
 *
 * @param submittedOn day before the authority, not the day of the report
 * @param lastDays the last day of each stage
 */
export function submissionClass(submittedOn: CalendarDate, lastDays: readonly { readonly limit: LimitName; readonly dueOn: CalendarDate }[]): SubmissionClass {
  const days = lastDays.map(({ dueOn }) => dueOn).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('A submission cannot be classed without a deadline')
  if (submittedOn <= first) return 'inTime'
  return submittedOn <= last ? 'inExceptionalWindow' : 'late'
}
