import { type CalendarDate, fromUtc, toUtc } from '../calendar/calendar-date.ts'
import { spanOf } from '../calendar/timing.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from './session.ts'

/** A session as a document names it ahead of time: "318th Session (November 2013)". */
export type PrintedSession = {
  readonly body: string
  /** As printed, `318` or `318th`: it may become another. */
  readonly number: string
  /** `2013-11` */
  readonly month: string
}

export type KnownSession = { readonly id: string; readonly session: Session }

/** The session meant, and whether it has another number by now than the document quotes. */
export type Referred = { readonly session: string; readonly quoted: PrintedSession; readonly number: string; readonly renumbered: boolean }

/**
 * Which session a forward reference means: the one of that body in that month, or else in the month before or after it. The number only
 * tells several of them apart, since sessions are renumbered; it is kept as quoted.
 *
 * @throws Refusal `unknown-session` where none fits, `ambiguous-session` where several do, `session-cancelled` where the one of that number and month was
 */
export function referredSession(quoted: PrintedSession, known: readonly KnownSession[]): Referred {
  const ofBody = known.flatMap(({ id, session }) => (session.status !== 'unknown' && session.body === quoted.body ? [{ id, session }] : []))
  const held = ofBody.filter(({ session }) => session.status !== 'cancelled')
  const near = [0, 1].map((months) => held.filter(({ session }) => meetsWithin(session, quoted.month, months))).find((fitting) => fitting.length > 0) ?? []
  const numbered = near.filter(({ session }) => numberOf(session.number) === numberOf(quoted.number))
  const [found, ...others] = numbered.length > 0 ? numbered : near
  const facts = { body: quoted.body, number: quoted.number, month: quoted.month }
  if (found === undefined) {
    const cancelled = ofBody.find(({ session }) => numberOf(session.number) === numberOf(quoted.number) && meetsWithin(session, quoted.month, 1))
    if (cancelled !== undefined) throw new Refusal('session-cancelled', `${cancelled.id} was cancelled`, { ...facts, session: cancelled.id })
    throw new Refusal('unknown-session', `No session of ${quoted.body} on record fits ${quoted.number} (${quoted.month})`, facts)
  }
  if (others.length > 0) {
    const fitting = [found, ...others].map(({ id }) => id).join(', ')
    throw new Refusal('ambiguous-session', `${quoted.number} (${quoted.month}) may mean ${fitting}: name one of them`, { ...facts, sessions: fitting })
  }
  const { number } = found.session
  return { session: found.id, quoted, number, renumbered: numberOf(number) !== numberOf(quoted.number) }
}

/** Whether it meets, by what is known of its days, in a month or at most so many months from it. */
function meetsWithin({ opensOn, closing, between }: Exclude<Session, { status: 'unknown' }>, month: string, months: number): boolean {
  const span = spanOf({ shape: 'month', month })
  const first = opensOn ?? between?.earliest ?? closing?.date
  const last = closing?.date ?? between?.latest ?? opensOn
  if (span === null || first === undefined || last === undefined || last === null) return false
  return first <= plusMonths(span.last, months) && last >= plusMonths(span.first, -months)
}

/** The last day of a month stays the last of its month. */
function plusMonths(date: CalendarDate, months: number): CalendarDate {
  const time = toUtc(date)
  const moved = time.plus({ months })
  return fromUtc(time.day === 1 ? moved : moved.endOf('month'))
}

/** `318th` and `318.ª` count as `318`, `338 bis` stays itself. */
const numberOf = (printed: string): string => {
  const [, digits = '', after = ''] = /^\s*(\d+)\s*(.*)$/.exec(printed) ?? []
  const suffix = /^(bis|ter|quater)\b/i.exec(after.replace(/^(?:st|nd|rd|th|e|\.?ª)\s*/i, ''))?.[1]?.toLowerCase() ?? ''
  return digits === '' ? printed.trim() : `${digits}${suffix}`
}
