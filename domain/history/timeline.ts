import type { Actor } from '../actor.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { LetterKind } from '../letter/events.ts'
import type { RecordedEvent } from '../record.ts'
import { parseStreamName } from '../streams.ts'
import { type Facts, factsOf } from './facts-of-event.ts'

/** One thing that happened, ready for pages and the command line: what, on which day, by whom, and when it was recorded. */
export type TimelineEntry = {
  readonly position: number
  /** An instant in UTC with milliseconds. */
  readonly recordedAt: string
  /** The day of the fact itself. */
  readonly occurredOn: CalendarDate
  readonly actor: Actor
  readonly type: string
  /** The letter that it is about, where it is about one. */
  readonly letter: string | null
  readonly what: {
    /** A short name for people's words, `reportReceived`. */
    readonly key: string
    /** Plain values by name; days as text. */
    readonly facts: Facts
  }
}

/**
 * An obligation's history as moments, in order of position.
 *
 * @param history as `Views.history` gives it: its own events and those of its letters
 */
export function timelineOf(history: readonly RecordedEvent[]): readonly TimelineEntry[] {
  const kinds = new Map<string, LetterKind>()
  return history.map(({ position, stream, recordedAt, occurredOn, actor, type, data }) => {
    const { category, id } = parseStreamName(stream)
    const letter = category === 'letter' ? id : null
    const facts = factsOf(type, data)
    if (letter !== null && type === 'LetterIssued') kinds.set(letter, facts.kind as LetterKind)
    const kind = letter === null ? undefined : kinds.get(letter)
    return { position, recordedAt, occurredOn, actor, type, letter, what: { key: keyOf(type), facts: kind === undefined ? facts : { kind, ...facts } } }
  })
}

const keyOf = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1)
