import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { KnownObligation } from '../domain/obligation/state.ts'
import { isUntracked } from '../domain/status/before-tracking.ts'
import { isShortOfTarget } from '../domain/status/short-of-target.ts'
import { statusOn } from '../domain/status/status-on.ts'

const classes = { inTime: 'in time', inExceptionalWindow: 'within the exceptional limit', late: 'late', undated: 'no day was set' } as const
const clocks = {
  'running-12': 'the 12 months run',
  'exceptional-12-18': '12 months are over, 18 run',
  'running-18': 'the 18 months run',
  running: 'its day is ahead',
  undated: 'no day is set',
  expired: 'all limits are over',
} as const

/** What was done, what the Office was told, and what the clock says: apart, as they are. @param day the day asked about, at the seat */
export function formatStatus(state: KnownObligation, day: CalendarDate): string {
  if (state.status === 'released') return 'nothing is owed any more, by decision'
  const { performance, notification, discharged, overdue, legalClock } = statusOn(state, day)
  const clock = overdue ? 'overdue' : clocks[legalClock]
  if (isShortOfTarget(state)) return [`observed ${performance?.submittedOn ?? 'on no day given'}`, 'target not reached', clock].join('; ')
  const doing = state.family === 'instrument' ? 'submitted' : 'done'
  const done = performance === null ? null : `${doing} ${performance.submittedOn}, ${classes[performance.class]}`
  if (discharged) return `${done ?? 'discharged'}${notification === 'accepted' ? ', report accepted' : ''}`
  const told = notification === 'incomplete' ? 'report incomplete' : 'no report'
  return [done, told, overdue && isUntracked(state) ? 'its days lay before tracking began' : clock].filter((each) => each !== null).join('; ')
}
