import type { Standing } from '../domain/views/standing.ts'

const classes = { inTime: 'in time', inExceptionalWindow: 'within the exceptional limit', late: 'late' } as const
const clocks = {
  'running-12': 'the 12 months run',
  'exceptional-12-18': '12 months are over, 18 run',
  'running-18': 'the 18 months run',
  expired: 'all limits are over',
} as const

/** What was done, what the Office was told, and what the clock says: apart, as they are. */
export function standingInWords({ performance, notification, discharged, overdue, legalClock }: Standing): string {
  const done = performance === null ? null : `submitted ${performance.submittedOn}, ${classes[performance.class]}`
  if (discharged) return `${done ?? 'discharged'}${notification === 'accepted' ? ', report accepted' : ''}`
  const told = notification === 'incomplete' ? 'report incomplete' : 'no report'
  return [done, told, overdue ? 'overdue' : clocks[legalClock]].filter((each) => each !== null).join('; ')
}
