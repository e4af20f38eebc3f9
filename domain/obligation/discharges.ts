import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { KnownObligation, ObligationEvent, Report } from './state.ts'

/** Whether a report with these values ends an obligation, once nothing is missing from it: by its kind, any complete one, or one that reaches the target. */
export function discharges(values: Report['values'], { kindSnapshot, target }: KnownObligation): boolean {
  const { discharge: rule } = kindSnapshot
  return rule.by === 'complete-report' || (target !== null && Number(values[rule.field]) >= target.atLeast)
}

/** A Member is owed an acknowledgement; a unit of the organization itself is not written to for what it reported. */
export const discharge = ({ owedBy }: KnownObligation, report: string, today: CalendarDate): readonly ObligationEvent[] => [
  { type: 'ObligationDischarged', occurredOn: today, data: { report } },
  ...(owedBy === 'unit' ? [] : [{ type: 'AcknowledgementOwed', occurredOn: today, data: { report } } as const]),
]
