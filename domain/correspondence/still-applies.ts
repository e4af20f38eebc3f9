import type { Obligation } from '../obligation/state.ts'
import type { QueuedNotice } from './events.ts'

/**
 * Whether a debtor must still be told. A request or a reminder never leaves once a complete report discharged the obligation,
 * and none leaves at 12 months once exceptional circumstances were stated.
 */
export function stillApplies(notice: Pick<QueuedNotice, 'kind' | 'report'>, obligation: Obligation): boolean {
  if (obligation.status === 'unknown') return false
  const report = obligation.reports.find(({ id }) => id === notice.report)
  switch (notice.kind) {
    case 'request':
    case 'reminder18':
      return obligation.status === 'open'
    case 'reminder12':
      return obligation.status === 'open' && !obligation.circumstancesStated
    case 'acknowledgement':
      return report !== undefined && report.review !== 'withdrawn'
    case 'return':
      return obligation.status === 'open' && report?.review === 'returned'
  }
}
