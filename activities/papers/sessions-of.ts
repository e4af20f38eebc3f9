import type { PaperSession } from '../../documents/papers/paper-facts.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type Session, sessionDays } from '../../domain/session/session.ts'
import type { EventLog } from '../ports.ts'
import { knownSessions } from '../session/known-sessions.ts'

/** A session that something announced. */
export type SessionOnRecord = {
  readonly id: string
  readonly organization: string
  readonly body: string
  readonly number: string
  readonly status: 'announced' | 'closed' | 'cancelled'
  /** The first day that it can have; `null` where none is known. */
  readonly opens: CalendarDate | null
  /** The opening, where it is known to the day. */
  readonly opensOn: CalendarDate | null
}

/** The sessions of an organization that are on record, in byte order of id. */
export const sessionsOf = async (log: EventLog, organization: string): Promise<readonly SessionOnRecord[]> =>
  (await knownSessions({ log }, organization)).flatMap(({ id, session }) => (session.status === 'unknown' ? [] : [onRecord(id, session)]))

const onRecord = (id: string, state: Exclude<Session, { status: 'unknown' }>): SessionOnRecord => {
  const { organization, body, number, status, opensOn } = state
  return { id, organization, body, number, status, opensOn, opens: sessionDays(id, state).opens?.date ?? opensOn }
}

/** The newest session of the same body that was not cancelled and opened earlier. */
export function sessionBefore(session: SessionOnRecord, sessions: readonly SessionOnRecord[]): SessionOnRecord | null {
  const { opens } = session
  if (opens === null) return null
  const earlier = sessions.flatMap((each) =>
    each.body === session.body && each.status !== 'cancelled' && each.opens !== null && each.opens < opens ? [{ each, opened: each.opens }] : [],
  )
  return earlier.toSorted((a, b) => (a.opened < b.opened ? -1 : 1)).at(-1)?.each ?? null
}

export const shownSession = ({ id, organization, body, number, opens }: SessionOnRecord): PaperSession => ({ id, organization, body, number, opensOn: opens })
