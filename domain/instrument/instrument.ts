import type { CalendarDate } from '../calendar/calendar-date.ts'
import { requireChange, requireCounts } from '../correction.ts'
import type { Decider, Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { InLanguages } from '../languages.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { instrumentEvents } from './events.ts'

export type InstrumentEvent = EventsOf<typeof instrumentEvents>

export type Instrument =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'adopted'
      readonly organization: string
      readonly code: string
      readonly kind: string
      readonly title: InLanguages
      readonly session: string
      readonly adoptedOn: CalendarDate
      /** Codes of instruments that amend this one. */
      readonly amendedBy: readonly string[]
      /** Version of the event that counts: the recording, or its last correction. */
      readonly counts: number
    }

export type InstrumentCommand =
  | {
      readonly type: 'AdoptInstrument'
      readonly today: CalendarDate
      readonly adoptedOn: CalendarDate
      readonly adoption: Extract<InstrumentEvent, { type: 'InstrumentAdopted' }>['data']
    }
  | {
      readonly type: 'CorrectAdoption'
      readonly today: CalendarDate
      /** Whether a cycle follows it: what it asks of whom was opened by its kind and its session. */
      readonly isFollowed: boolean
      readonly corrects: number
      readonly reason: string
      readonly source: readonly Source[]
      readonly adoption: Adoption
    }
  | {
      readonly type: 'AmendInstrument'
      readonly amendedOn: CalendarDate
      readonly amendment: Extract<InstrumentEvent, { type: 'InstrumentAmended' }>['data']
    }

/** What a correction may change. */
export type Adoption = Pick<Extract<Instrument, { status: 'adopted' }>, 'kind' | 'title' | 'session' | 'adoptedOn'>

function decide(command: InstrumentCommand, state: Instrument): readonly InstrumentEvent[] {
  if (command.type === 'AdoptInstrument') {
    const { today, adoptedOn, adoption } = command
    if (state.status === 'adopted')
      throw new Refusal('already-adopted', `${state.code} is on record as adopted on ${state.adoptedOn}`, { adoptedOn: state.adoptedOn })
    if (adoptedOn > today) throw new Refusal('date-in-future', `An adoption on ${adoptedOn} has not happened yet`, { adoptedOn, today })
    return [{ type: 'InstrumentAdopted', occurredOn: adoptedOn, data: adoption }]
  }
  if (state.status === 'unknown') throw new Refusal('unknown-instrument', 'There is no such instrument')
  if (command.type === 'CorrectAdoption') return correct(command, state)
  return [{ type: 'InstrumentAmended', occurredOn: command.amendedOn, data: command.amendment }]
}

function correct(
  { today, isFollowed, corrects, reason, source, adoption }: Extract<InstrumentCommand, { type: 'CorrectAdoption' }>,
  state: Extract<Instrument, { status: 'adopted' }>,
): readonly InstrumentEvent[] {
  const { code, kind, title, session, adoptedOn } = state
  requireCounts(state.counts, corrects, `The adoption of ${code}`)
  if (adoption.adoptedOn > today)
    throw new Refusal('date-in-future', `An adoption on ${adoption.adoptedOn} has not happened yet`, { adoptedOn: adoption.adoptedOn, today })
  if (isFollowed && (adoption.kind !== kind || adoption.session !== session))
    throw new Refusal(
      'not-correctable',
      `${code} is followed as a ${kind} of ${session}: what was opened for it cannot change to another kind or session. Correct its title and its day here, its session’s closing with correct-closing`,
      { instrument: code, kind, session },
    )
  requireChange({ kind, title, session, adoptedOn }, adoption, `The adoption of ${code}`)
  return [{ type: 'AdoptionCorrected', occurredOn: today, data: { corrects, reason, source: [...source], ...adoption } }]
}

function evolve(state: Instrument, event: Versioned<InstrumentEvent>): Instrument {
  if (event.type === 'InstrumentAdopted') {
    const { organization, code, kind, title, session } = event.data
    return {
      status: 'adopted',
      organization,
      code,
      kind,
      title,
      session,
      adoptedOn: event.occurredOn,
      amendedBy: state.status === 'unknown' ? [] : state.amendedBy,
      counts: event.version,
    }
  }
  if (state.status === 'unknown') return state
  if (event.type === 'InstrumentAmended') return { ...state, amendedBy: [...state.amendedBy, event.data.by] }
  const { kind, title, session, adoptedOn } = event.data
  return { ...state, kind, title, session, adoptedOn, counts: event.version }
}

/** A Convention, Recommendation or Protocol, as adopted and as later instruments amend it. */
export const instrument: Decider<Instrument, InstrumentCommand, InstrumentEvent> = { initial: { status: 'unknown' }, decide, evolve }
