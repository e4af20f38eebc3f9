import canonicalize from 'canonicalize'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { actorOf, type Principal, systemPrincipal } from '../domain/principal.ts'
import type { RecordedEvent } from '../domain/record.ts'
import type { Session } from '../domain/session/session.ts'
import { hashOf, retryOnVersionConflict } from './command.ts'
import { foldSession } from './fold.ts'
import { mergeAppends } from './merge-appends.ts'
import { movedBy } from './moved-by.ts'
import type { StreamHistory } from './ports.ts'
import type { UseCaseContext } from './use-case-context.ts'

/** A fact of the seeds, as an event to be recorded once. */
export type Fact = {
  readonly stream: string
  readonly type: string
  /** The day of the fact; `null` where it is not known: then it is recorded under the day of its import. */
  readonly on: CalendarDate | null
  readonly data: Readonly<Record<string, unknown>>
}

export const seedPrincipal: Principal = systemPrincipal('seeds')

/**
 * Records the facts that are not yet on record, all in one append; facts already there are left as they are.
 *
 * What was counted from a closing that these facts set anew, or in a calendar of which they know other days, moves in the same append. What a person recorded of a session stands: its closing, that it
 * is not held, and other days than those on which the facts take it to have been held. So does what a person corrected of an adoption, an
 * admission or a notice.
 *
 * @param today recorded as the day of facts whose own day is not known
 * @returns how many facts were new
 */
export async function importFacts(context: Pick<UseCaseContext, 'log' | 'reference'>, facts: readonly Fact[], today: CalendarDate): Promise<number> {
  const { log } = context
  return retryOnVersionConflict(async () => {
    const { histories } = await log.read([...new Set(facts.map(({ stream }) => stream))])
    const added = histories.flatMap((history) => {
      const news = facts.filter((fact) => fact.stream === history.stream && isNews(fact, history))
      return news.length === 0 ? [] : [{ history, events: news.map(({ type, on, data }) => ({ type, occurredOn: on ?? today, data })) }]
    })
    if (added.length === 0) return 0
    const streams = added.map(({ history, events }) => ({ stream: history.stream, atVersion: history.version, events }))
    const moved = await movedBy(context, added, today)
    await log.append({ commandId: `seeds/${hashOf(streams).slice(0, 32)}`, actor: actorOf(seedPrincipal), streams: mergeAppends([...streams, ...moved]) })
    return streams.reduce((sum, { events }) => sum + events.length, 0)
  })
}

function isNews(fact: Fact, history: StreamHistory): boolean {
  if (fact.type === 'CalendarPublished') return !isSaid(fact, history)
  if (history.events.some((event) => isOnRecord(fact, event) || corrects(fact, event))) return false
  return fact.type !== 'SessionClosed' || mayHaveClosed(fact.data, foldSession(history))
}

function mayHaveClosed({ closedOn, status }: Fact['data'], session: Session): boolean {
  if (session.status === 'unknown') return true
  const { opensOn, closing } = session
  const isSupposed = status === 'inferred' && closing !== null && closing.date !== closedOn
  return session.status === 'announced' && !(opensOn !== null && String(closedOn) < opensOn) && !isSupposed
}

/** What a person corrected stands, whatever later seeds say of it. */
const corrects = (fact: Fact, { type, data }: RecordedEvent): boolean => type === corrections[fact.type] && data.member === fact.data.member

const corrections: Readonly<Record<string, string>> = {
  InstrumentAdopted: 'AdoptionCorrected',
  MemberAdmitted: 'AdmissionCorrected',
  WithdrawalNoticeGiven: 'WithdrawalCorrected',
}

/** A calendar may go back to days that it had before: what was published last is what counts. */
function isSaid({ type, data }: Fact, { events }: StreamHistory): boolean {
  const last = events.findLast((event) => event.type === type)
  return last !== undefined && canonicalize(last.data) === canonicalize(data)
}

const isOnRecord = (fact: Fact, event: RecordedEvent): boolean =>
  fact.type === event.type && (fact.on === null || fact.on === event.occurredOn) && canonicalize(fact.data) === canonicalize(event.data)
