import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Decider, Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { occurrenceEvents } from './events.ts'

export type OccurrenceEvent = EventsOf<typeof occurrenceEvents>

export type Occurrence = {
  /** Cycles whose limits are counted from it. */
  readonly cycles: readonly string[]
} & (
  | { /** Not recorded yet; a limit may wait for it all the same. */ readonly status: 'unknown' }
  | { readonly status: 'recorded'; readonly organization: string; readonly type: string; readonly about: string; readonly on: CalendarDate }
)

export type OccurrenceCommand = {
  readonly type: 'RecordEvent'
  readonly today: CalendarDate
  readonly organization: string
  /** The type of what happened. */
  readonly eventType: string
  readonly about: string
  readonly on: CalendarDate
  /** The day on record that is wrong, where another is recorded. */
  readonly corrects?: CalendarDate
  /** Why it has another day than was recorded before. */
  readonly reason?: string
  readonly note?: string
  readonly source: readonly Source[]
}

function decide(command: OccurrenceCommand, state: Occurrence): readonly OccurrenceEvent[] {
  const { today, organization, eventType, about, on, corrects, reason, note, source } = command
  if (on > today) throw new Refusal('date-in-future', `${on} has not come yet`, { on, today })
  if (state.status === 'unknown') {
    const data = { organization, type: eventType, on, about, ...(note === undefined ? {} : { note }), source: [...source] }
    return [{ type: 'OccurrenceRecorded', occurredOn: on, data }]
  }
  if (on === state.on) throw new Refusal('already-recorded', `${eventType} of ${about} is on record on that very day`, { on, about })
  if (reason === undefined || corrects === undefined)
    throw new Refusal('reason-missing', `${eventType} of ${about} is on record on ${state.on}: to correct the day, give it as \`corrects\`, and say why`, {
      on: state.on,
      about,
    })
  if (corrects !== state.on)
    throw new Refusal('already-corrected', `${eventType} of ${about} is on record on ${state.on}, not ${corrects}: look at it again before correcting it`, {
      on: state.on,
      corrects,
    })
  return [{ type: 'OccurrenceCorrected', occurredOn: on, data: { on, reason, source: [...source] } }]
}

function evolve(state: Occurrence, event: Versioned<OccurrenceEvent>): Occurrence {
  if (event.type === 'CycleCountedFromOccurrence') return { ...state, cycles: [...state.cycles, event.data.cycle] }
  if (event.type === 'OccurrenceRecorded') {
    const { organization, type, about, on } = event.data
    return { status: 'recorded', organization, type, about, on, cycles: state.cycles }
  }
  return state.status === 'unknown' ? state : { ...state, on: event.data.on }
}

/** Something of a declared type that happened once about one thing, with the day from which limits may be counted. */
export const occurrence: Decider<Occurrence, OccurrenceCommand, OccurrenceEvent> = { initial: { status: 'unknown', cycles: [] }, decide, evolve }
