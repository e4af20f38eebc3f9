import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Limit } from '../obligation/limit.ts'

/** Where what was done falls, by its own date alone; `undated` where no limit was set. Whether circumstances were exceptional is for a body to say. */
export type PerformanceClass = 'inTime' | 'inExceptionalWindow' | 'late' | 'undated'

/**
 * `inTime` to the last limit that stands open to all, `inExceptionalWindow` to the last that stands open in exceptional circumstances, `late` after it.
 * The last day of each counts as in time.
 *
 * @param doneOn the day on which it was done, not that of the report
 */
export function performanceClass(doneOn: CalendarDate, { limits }: { readonly limits: readonly Pick<Limit, 'dueOn' | 'exceptional'>[] }): PerformanceClass {
  const last = lastOf(limits)
  if (last === undefined) return 'undated'
  const ordinary = lastOf(limits.filter(({ exceptional }) => !exceptional))
  if (ordinary !== undefined && doneOn <= ordinary) return 'inTime'
  return doneOn <= last ? 'inExceptionalWindow' : 'late'
}

const lastOf = (limits: readonly Pick<Limit, 'dueOn'>[]): CalendarDate | undefined =>
  limits
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
