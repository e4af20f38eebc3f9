import canonicalize from 'canonicalize'
import { type Actor, house as houseActor } from '../domain/actor.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { partsOfStream } from '../domain/obligation/obligation-id.ts'
import type { NewEvent, RecordedEvent } from '../domain/record.ts'
import { sessionDays } from '../domain/session/session.ts'
import { decidingAgain, hashOf } from './command.ts'
import { foldSession } from './fold.ts'
import type { Append, StreamHistory } from './ports.ts'
import { sessionAfter } from './session/days-after.ts'
import { deadlinesMoved, type Reckoned } from './session/deadlines-moved.ts'
import { sessionsMoved } from './session/sessions-moved.ts'

/** A fact of the seeds, as an event to be recorded once. */
export type Fact = {
  readonly stream: string
  readonly type: string
  /** The day of the fact; `null` where it is not known: then it is recorded under the day of its import. */
  readonly on: CalendarDate | null
  readonly data: Readonly<Record<string, unknown>>
}

export const seedActor: Actor = houseActor('seeds')

/**
 * Records the facts that are not yet on record, all in one append; facts already there are left as they are.
 *
 * What was counted from a closing that these facts set anew moves in the same append. A closing that a person recorded stands.
 *
 * @param today recorded as the day of facts whose own day is not known
 * @returns how many facts were new
 */
export async function importFacts(house: Reckoned, facts: readonly Fact[], today: CalendarDate): Promise<number> {
  const { log } = house
  return decidingAgain(async () => {
    const { histories } = await log.read([...new Set(facts.map(({ stream }) => stream))])
    const added = histories.flatMap((history) => {
      const news = facts.filter((fact) => fact.stream === history.stream && isNews(fact, history))
      return news.length === 0 ? [] : [{ history, events: news.map(({ type, on, data }) => ({ type, occurredOn: on ?? today, data })) }]
    })
    if (added.length === 0) return 0
    const streams = added.map(({ history, events }) => ({ stream: history.stream, atVersion: history.version, events }))
    const moved = await Promise.all(added.map(({ history, events }) => movedBy(house, history, events, today)))
    await log.append({ commandId: `seeds/${hashOf(streams).slice(0, 32)}`, actor: seedActor, streams: [...streams, ...moved.flat()] })
    return streams.reduce((sum, { events }) => sum + events.length, 0)
  })
}

function isNews(fact: Fact, history: StreamHistory): boolean {
  if (history.events.some((event) => isOnRecord(fact, event))) return false
  return fact.type !== 'SessionClosed' || foldSession(history).status !== 'closed'
}

const isOnRecord = (fact: Fact, event: RecordedEvent): boolean =>
  fact.type === event.type && (fact.on === null || fact.on === event.occurredOn) && canonicalize(fact.data) === canonicalize(event.data)

/** What moves with a session of which these events say something new. */
async function movedBy(house: Reckoned, history: StreamHistory, events: readonly NewEvent[], today: CalendarDate): Promise<Append['streams']> {
  const { room, id } = partsOfStream(history.stream)
  if (room !== 'session') return []
  const before = foldSession(history)
  const cycles = before.cycles ?? []
  const after = sessionAfter(history, events)
  if (cycles.length === 0 || after.status === 'unknown') return []
  const reason = before.status === 'unknown' ? 'the session was announced' : 'the sources give other days for the session'
  const closing = before.status === 'unknown' ? null : after.closing
  return [
    ...(closing === null ? [] : await deadlinesMoved(house, cycles, { session: id, ...closing }, 'the sources give another closing', today)),
    ...(await sessionsMoved(house, cycles, id, sessionDays(id, after), { reason, source: [] }, today)),
  ]
}
