import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Decider, unreachable, type Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { InLanguages } from '../languages.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { CycleOpened, cycleEvents } from './events.ts'

export type CycleEvent = EventsOf<typeof cycleEvents>

/** An adopted instrument, followed in all its parties. */
export type KnownCycle = {
  readonly status: 'open'
  readonly organization: string
  readonly instrument: string
  readonly session: string
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
  readonly parties: readonly string[]
  /** The kinds of obligation that opened with it. */
  readonly kinds: readonly string[]
  /** Stages that are over, each `stage/day`. */
  readonly expired: readonly string[]
  /** Days of announced closings that came without an actual one. */
  readonly awaited: readonly CalendarDate[]
}

export type Cycle = { readonly status: 'unknown' } | KnownCycle

export type CycleCommand =
  | {
      readonly type: 'OpenCycle'
      readonly today: CalendarDate
      /** Its id. */
      readonly cycle: string
      readonly opening: CycleOpened
      /** Whether something that it would open is on record: another cycle follows the instrument. */
      readonly isFollowed: boolean
    }
  | {
      readonly type: 'CorrectParties'
      readonly today: CalendarDate
      /** Who owes by the corrected facts, by code. */
      readonly parties: readonly string[]
      readonly reason: string
      readonly source: readonly Source[]
    }
  /** The last day of a limit is over for every obligation of the cycle. */
  | { readonly type: 'PassLimit'; readonly today: CalendarDate; readonly limit: string; readonly dueOn: CalendarDate }
  /** The announced last day of the session is over. */
  | { readonly type: 'AwaitClosing'; readonly today: CalendarDate; readonly announcedFor: CalendarDate }

function decide(command: CycleCommand, state: Cycle): readonly CycleEvent[] {
  if (command.type === 'OpenCycle') return open(command, state)
  if (state.status === 'unknown') return []
  const { today } = command
  switch (command.type) {
    case 'CorrectParties': {
      const { reason, source } = command
      const parties = [...new Set(command.parties)].toSorted()
      if (JSON.stringify(parties) === JSON.stringify(state.parties)) return []
      return [{ type: 'CyclePartiesCorrected', occurredOn: today, data: { parties, reason, source: [...source] } }]
    }
    case 'PassLimit': {
      const { limit, dueOn } = command
      return today <= dueOn || isExpired(state, limit, dueOn) ? [] : [{ type: 'LimitPassed', occurredOn: dueOn, data: { limit, dueOn } }]
    }
    case 'AwaitClosing': {
      const { announcedFor } = command
      if (today <= announcedFor || state.awaited.includes(announcedFor)) return []
      return [{ type: 'ClosingAwaited', occurredOn: announcedFor, data: { session: state.session, announcedFor } }]
    }
    default:
      return unreachable(command)
  }
}

function open({ today, cycle: id, opening, isFollowed }: Extract<CycleCommand, { type: 'OpenCycle' }>, state: Cycle): readonly CycleEvent[] {
  const { instrument } = opening
  if (state.status !== 'unknown') throw new Refusal('already-opened', `The cycle ${id} was opened before`, { cycle: id })
  if (isFollowed) throw new Refusal('already-opened', `${instrument} is followed by another cycle already`, { instrument })
  return [{ type: 'CycleOpened', occurredOn: today, data: opening }]
}

/** Whether it is on record that a limit is over for all. */
export const isExpired = ({ expired }: KnownCycle, limit: string, dueOn: CalendarDate): boolean => expired.includes(expiredKey(limit, dueOn))

const expiredKey = (limit: string, dueOn: CalendarDate): string => `${limit}/${dueOn}`

function evolve(state: Cycle, event: Versioned<CycleEvent>): Cycle {
  if (event.type === 'CycleOpened') {
    const { organization, instrument, session, trackedFrom, synthetic, parties, kinds } = event.data
    return { status: 'open', organization, instrument, session, trackedFrom, synthetic, parties, kinds, expired: [], awaited: [] }
  }
  if (state.status === 'unknown') return state
  if (event.type === 'CyclePartiesCorrected') return { ...state, parties: event.data.parties }
  return event.type === 'LimitPassed'
    ? { ...state, expired: [...state.expired, expiredKey(event.data.limit, event.data.dueOn)] }
    : { ...state, awaited: [...state.awaited, event.data.announcedFor] }
}

/** What a cycle is called: as its instrument is. */
export const titleOfCycle = ({ instrument }: KnownCycle, instrumentTitle: InLanguages | null): InLanguages =>
  instrumentTitle ?? { en: instrument, fr: instrument, es: instrument, ar: instrument }

/** An instrument that a session adopted, followed in all who owe under it. */
export const cycle: Decider<Cycle, CycleCommand, CycleEvent> = { initial: { status: 'unknown' }, decide, evolve }
