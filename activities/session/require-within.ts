import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Session } from '../../domain/session/session.ts'

/** A session adopts on its own days. @throws Refusal `adoption-outside-session` */
export function requireWithin(adoptedOn: CalendarDate, id: string, { opensOn, closing, status }: Exclude<Session, { status: 'unknown' }>): void {
  if ((opensOn === null || adoptedOn >= opensOn) && !(status === 'closed' && closing !== null && adoptedOn > closing.date)) return
  const facts = { adoptedOn, opensOn: opensOn ?? '', closedOn: closing?.date ?? '' }
  throw new Refusal('adoption-outside-session', `${adoptedOn} lies outside ${id}`, facts)
}
