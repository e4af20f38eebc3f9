import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Decider, Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { InLanguages } from '../languages.ts'
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
    }

export type InstrumentCommand =
  | {
      readonly type: 'AdoptInstrument'
      readonly today: CalendarDate
      readonly adoptedOn: CalendarDate
      readonly adoption: Extract<InstrumentEvent, { type: 'InstrumentAdopted' }>['data']
    }
  | {
      readonly type: 'AmendInstrument'
      readonly amendedOn: CalendarDate
      readonly amendment: Extract<InstrumentEvent, { type: 'InstrumentAmended' }>['data']
    }

function decide(command: InstrumentCommand, state: Instrument): readonly InstrumentEvent[] {
  if (command.type === 'AdoptInstrument') {
    const { today, adoptedOn, adoption } = command
    if (state.status === 'adopted')
      throw new Refusal('already-adopted', `${state.code} is on record as adopted on ${state.adoptedOn}`, { adoptedOn: state.adoptedOn })
    if (adoptedOn > today) throw new Refusal('date-in-future', `An adoption on ${adoptedOn} has not happened yet`, { adoptedOn, today })
    return [{ type: 'InstrumentAdopted', occurredOn: adoptedOn, data: adoption }]
  }
  if (state.status === 'unknown') throw new Refusal('unknown-instrument', 'There is no such instrument')
  return [{ type: 'InstrumentAmended', occurredOn: command.amendedOn, data: command.amendment }]
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
    }
  }
  return state.status === 'unknown' ? state : { ...state, amendedBy: [...state.amendedBy, event.data.by] }
}

/** A Convention, Recommendation or Protocol, as adopted and as later instruments amend it. */
export const instrument: Decider<Instrument, InstrumentCommand, InstrumentEvent> = { initial: { status: 'unknown' }, decide, evolve }
