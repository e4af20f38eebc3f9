import type { CalendarDate } from './calendar-date.ts'
import { type Computation, type CountConvention, type CountOptions, computeLimit } from './computation.ts'
import type { Period } from './period.ts'

/**
 * Periods one after the other, "within 60 days and six sitting days": each is counted from the last day of the one before.
 *
 * The convention says whether the very first day is itself counted; the last day of a period is never counted again in the next. The
 * rule for a closed day applies to the last day of all. No period is the day itself, on which nothing is computed.
 *
 * @returns each count in order; `null` where a calendar ends first, or is not on record: not known yet
 */
export function countPeriods(
  countedFrom: CalendarDate,
  periods: readonly Period[],
  convention: CountConvention,
  { ifClosed, ...options }: CountOptions,
): readonly Computation[] | null {
  const counts: Computation[] = []
  for (const [index, period] of periods.entries()) {
    const [from, way] = index === 0 ? [countedFrom, convention] : [counts.at(-1)?.dueOn ?? countedFrom, 'anniversary' as const]
    const isLast = index === periods.length - 1
    const count = computeLimit(from, period, way, isLast ? { ...options, ifClosed } : options)
    if (count === null) return null
    counts.push(count)
  }
  return counts
}
