import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { KnownObligation } from '../domain/obligation/state.ts'
import { standingOn } from '../domain/views/standing.ts'

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
export function standingInWords(state: KnownObligation, day: CalendarDate): string {
  const { performance, notification, discharged, overdue, legalClock } = standingOn(state, day)
  const doing = state.family === 'instrument' ? 'submitted' : 'done'
  const done = performance === null ? null : `${doing} ${performance.submittedOn}, ${classes[performance.class]}`
  if (state.status === 'released') return 'released by its body'
  if (discharged) return `${done ?? 'discharged'}${notification === 'accepted' ? ', report accepted' : ''}`
  const told = notification === 'none' ? 'no report' : isObserved(state) ? 'target not reached' : 'report incomplete'
  return [done, told, overdue ? 'overdue' : clocks[legalClock]].filter((each) => each !== null).join('; ')
}

/** Its reports are whole, and the number in none of them reaches the target. */
const isObserved = (state: KnownObligation): boolean =>
  state.family === 'entered' && state.target !== null && state.reports.some(({ review, missing }) => review !== 'withdrawn' && missing.length === 0)
