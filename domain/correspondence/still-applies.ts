import { isSuppressed } from '../obligation/is-suppressed.ts'
import type { Obligation } from '../obligation/state.ts'
import type { QueuedNotice } from './events.ts'

/** What is to be told, as far as it decides whether it must still be told. */
export type Told = Pick<QueuedNotice, 'kind' | 'report'> & { readonly dueOn?: QueuedNotice['dueOn'] | undefined }

/**
 * Whether a party must still be told. A request or a reminder never leaves once a complete report discharged the obligation,
 * one that its kind spares does not leave once exceptional circumstances were stated, and none for a day that has moved since: the new day brings its own.
 * What goes once leaves whatever its day: it gives the dates as they stand.
 */
export function stillApplies({ kind, report: id, dueOn }: Told, obligation: Obligation): boolean {
  if (obligation.status === 'unknown') return false
  const report = obligation.reports.find((each) => each.id === id)
  const isItsDay = dueOn === undefined || obligation.scheduled.some(({ letter, on, once }) => letter === kind && (on === dueOn || once === true))
  switch (kind) {
    case 'request':
    case 'notice':
    case 'reminder':
    case 'invitation':
    case 'reminder12':
    case 'reminder18':
      return obligation.status === 'open' && isItsDay && !isSuppressed(kind, obligation)
    case 'acknowledgement':
      return report !== undefined && report.review !== 'withdrawn'
    case 'return':
      return report?.review === 'returned' && (obligation.status === 'open' || report.furtherInformation)
  }
}
