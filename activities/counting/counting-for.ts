import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { occurrenceId, ownedId } from '../../domain/ids.ts'
import { aboutOf, type Counting } from '../../domain/obligation/counting.ts'
import type { Obligation } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import { calendarsIn, eventTypesIn } from '../../domain/rulebook/counts-from.ts'
import type { Kind } from '../../domain/rulebook/kind.ts'
import type { Rule } from '../../domain/rulebook/rule.ts'
import { stream } from '../../domain/streams.ts'
import { foldCalendar, foldOccurrence } from '../fold.ts'
import { type After, readAfter } from '../history-after.ts'
import type { Append, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** What is to be counted: a kind, under a provision or not, and what events are to be about. */
export type Counted = { readonly kind: Pick<Kind, 'limits' | 'letters'>; readonly rule?: Rule; readonly about: string }

/** What obligations on record count from, by what their kinds said when they were opened. */
export const countedOf = (states: readonly Obligation[]): readonly Counted[] =>
  states.flatMap((state) => (state.status === 'unknown' ? [] : [{ kind: state.kindSnapshot, about: aboutOf(state) }]))

/** Events and calendars as they are on record, and what counts a cycle from them. */
export type ReadCounting = {
  readonly counting: Counting
  /** One event for each stream from which the cycle is not counted yet. */
  counted(cycle: string, today: CalendarDate): Append['streams']
  /** They must still be as they were read when what was counted is recorded. */
  readonly preconditions: NonNullable<Append['preconditions']>
}

/** @param after streams of which something is new, as they will be */
export async function countingFor(
  { log }: Pick<ReadingContext, 'log'>,
  organization: string,
  counted: readonly Counted[],
  after: After = new Map(),
): Promise<ReadCounting> {
  const eventStream = (type: string, about: string) => stream.occurrence(occurrenceId({ organization, type, about }))
  const calendarStream = (code: string) => stream.calendar(ownedId(organization, code))
  const events = [...new Set(counted.flatMap(({ kind, about }) => eventTypesIn(kind).map((type) => eventStream(type, about))))]
  const calendars = [...new Set(counted.flatMap(({ kind, rule }) => calendarsIn(kind, rule).map(calendarStream)))]
  const histories = await readAfter(log, [...events, ...calendars], after)
  const occurrences = new Map(histories.slice(0, events.length).map((history) => [history.stream, foldOccurrence(history)]))
  const published = new Map(histories.slice(events.length).map((history) => [history.stream, foldCalendar(history)]))
  const cyclesOf = (name: string) => (occurrences.get(name) ?? published.get(name))?.cycles ?? []
  return {
    counting: {
      eventOn: (type, about) => {
        const found = occurrences.get(eventStream(type, about))
        return found?.status === 'recorded' ? found.on : null
      },
      findCalendar: (code) => published.get(calendarStream(code))?.calendar ?? null,
    },
    counted: (cycle, today) => histories.flatMap((history) => (cyclesOf(history.stream).includes(cycle) ? [] : [countedAt(history, events, cycle, today)])),
    preconditions: histories.map(({ stream: name, version }) => ({ stream: name, version })),
  }
}

function countedAt({ stream: name, version }: StreamHistory, events: readonly string[], cycle: string, today: CalendarDate): Append['streams'][number] {
  const type = events.includes(name) ? 'CycleCountedFromOccurrence' : 'CycleCountedInCalendar'
  const event: NewEvent = { type, occurredOn: today, data: { cycle } }
  return { stream: name, atVersion: version, events: [event] }
}
