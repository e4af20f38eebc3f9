import canonicalize from 'canonicalize'
import { type Actor, house as houseActor } from '../domain/actor.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { RecordedEvent } from '../domain/record.ts'
import { decidingAgain, hashOf } from './command.ts'
import type { House } from './house.ts'

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
 * @param today recorded as the day of facts whose own day is not known
 * @returns how many were new
 */
export async function importFacts({ log }: Pick<House, 'log'>, facts: readonly Fact[], today: CalendarDate): Promise<number> {
  return decidingAgain(async () => {
    const { histories } = await log.read([...new Set(facts.map(({ stream }) => stream))])
    const streams = histories.flatMap(({ stream, version, events }) => {
      const news = facts.filter((fact) => fact.stream === stream && !events.some((event) => isOnRecord(fact, event)))
      return news.length === 0
        ? []
        : [{ stream, atVersion: version, events: news.map(({ type, on, data }) => ({ type, occurredOn: on ?? today, data })) }]
    })
    if (streams.length === 0) return 0
    await log.append({ commandId: `seeds/${hashOf(streams).slice(0, 32)}`, actor: seedActor, streams })
    return streams.reduce((sum, { events }) => sum + events.length, 0)
  })
}

const isOnRecord = (fact: Fact, event: RecordedEvent): boolean =>
  fact.type === event.type && (fact.on === null || fact.on === event.occurredOn) && canonicalize(fact.data) === canonicalize(event.data)
