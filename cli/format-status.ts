import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { KnownObligation } from '../domain/obligation/state.ts'
import { isUntracked } from '../domain/status/before-tracking.ts'
import { isShortOfTarget } from '../domain/status/short-of-target.ts'
import { type ObligationStatus, statusOn } from '../domain/status/status-on.ts'

const classes = { inTime: 'in time', inExceptionalWindow: 'within the exceptional limit', late: 'late', undated: 'no day was set' } as const

function clockInWords(clock: ObligationStatus['legalClock']): string {
  if (clock === 'running') return 'its day is ahead'
  if (clock === 'undated') return 'no day is set'
  if (clock === 'expired') return 'all limits are over'
  const [months, then] = clock.match(/\d+/g) ?? []
  return then === undefined ? `the ${months} months run` : `${months} months are over, ${then} run`
}

/** What was done, what the Office was told, and what the clock says: apart, as they are. @param day the day asked about, at the seat */
export function formatStatus(state: KnownObligation, day: CalendarDate): string {
  if (state.status === 'released') return 'nothing is owed any more, by decision'
  const { performance, notification, discharged, overdue, legalClock } = statusOn(state, day)
  const clock = overdue ? 'overdue' : clockInWords(legalClock)
  if (isShortOfTarget(state)) return [`observed ${performance?.performedOn ?? 'on no day given'}`, 'target not reached', clock].join('; ')
  const done = performance === null ? null : `done ${performance.performedOn}, ${classes[performance.class]}`
  if (discharged) return `${done ?? 'discharged'}${notification === 'accepted' ? ', report accepted' : ''}`
  const told = notification === 'incomplete' ? 'report incomplete' : 'no report'
  return [done, told, overdue && isUntracked(state) ? 'its days lay before tracking began' : clock].filter((each) => each !== null).join('; ')
}
