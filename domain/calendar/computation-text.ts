import type { Computation } from './computation.ts'
import { periodText } from './period.ts'

/**
 * The count on one line: `closing 2012-06-14; plus 12 months = 2013-06-14 (anniversary); day before = 2013-06-13`,
 * `report 2026-02-03; 2 sitting days (2026-02-04, 2026-02-10) = 2026-02-10`.
 *
 * @param event what happened on the day counted from, in a word
 */
export function computationText(event: string, computed: Computation): string {
  const { countedFrom, countedDays, adjustments = [] } = computed
  const moved = adjustments.map(({ move, calendar, to }) => `${move === 'forward' ? 'next' : 'last'} open day (${calendar}) = ${to}`)
  return [`${event} ${countedFrom}`, ...(countedDays === undefined ? civilParts(computed) : [openDaysPart(computed, countedDays)]), ...moved].join('; ')
}

function civilParts({ countedFrom, direction, period, nominalOn, convention, adjustments, dueOn }: Computation): readonly string[] {
  const sameDay = nominalOn.slice(-2) === countedFrom.slice(-2) ? 'anniversary' : 'last day of a month without that day'
  const counted = `${direction === 'back' ? 'less' : 'plus'} ${periodText(period)} = ${nominalOn}${'months' in period ? ` (${sameDay})` : ''}`
  return convention === 'day_before' ? [counted, `day before = ${adjustments?.[0]?.from ?? dueOn}`] : [counted]
}

const openDaysPart = ({ period, convention, nominalOn }: Computation, days: readonly string[]): string =>
  `${periodText(period)}${convention === 'day_before' ? ', the first day counted' : ''} (${days.join(', ')}) = ${nominalOn}`
