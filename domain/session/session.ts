import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Decider, unreachable, type Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { DateStatus, Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { sessionEvents } from './events.ts'
import type { SessionDays } from './session-days.ts'

export type SessionEvent = EventsOf<typeof sessionEvents>

export type Session =
  /** Nothing announced it yet; a plan may wait for it all the same. */
  | { readonly status: 'unknown'; readonly cycles?: readonly string[] }
  | {
      readonly status: 'announced' | 'closed' | 'cancelled'
      readonly organization: string
      readonly body: string
      readonly number: string
      readonly opensOn: CalendarDate | null
      readonly closing: { readonly date: CalendarDate; readonly status: DateStatus } | null
      /** The first and the last day that it can have, where only so much is known. */
      readonly between: { readonly earliest: CalendarDate; readonly latest: CalendarDate; readonly status: DateStatus } | null
      /** Cycles whose deadlines are counted from its closing. */
      readonly cycles: readonly string[]
      /** The session to which its business was moved, where it was cancelled and a body said so. */
      readonly instead?: string
    }

type Announcement = Extract<SessionEvent, { type: 'SessionAnnounced' }>['data']

export type SessionCommand =
  | { readonly type: 'AnnounceSession'; readonly today: CalendarDate; readonly announcement: Announcement }
  | {
      readonly type: 'CloseSession'
      readonly today: CalendarDate
      readonly closedOn: CalendarDate
      readonly status: DateStatus
      readonly reason: string
      readonly source: readonly Source[]
    }
  | {
      readonly type: 'CorrectClosing'
      readonly today: CalendarDate
      /** The day on record that is wrong. */
      readonly corrects: CalendarDate
      readonly closedOn: CalendarDate
      readonly reason: string
      readonly source: readonly Source[]
    }
  | { readonly type: 'CancelSession'; readonly today: CalendarDate; readonly reason: string; readonly instead?: string; readonly source: readonly Source[] }
  | { readonly type: 'CountCycle'; readonly today: CalendarDate; readonly cycle: string }

function decide(command: SessionCommand, state: Session): readonly SessionEvent[] {
  if (command.type === 'AnnounceSession') return announce(command, state)
  if (state.status === 'unknown') throw new Refusal('unknown-session', 'There is no such session')
  switch (command.type) {
    case 'CloseSession':
      return close(command, state)
    case 'CorrectClosing':
      return correct(command, state)
    case 'CancelSession':
      if (state.status === 'closed') throw new Refusal('already-closed', 'A session that was held cannot be cancelled')
      if (state.status === 'cancelled') throw new Refusal('session-cancelled', 'The session was cancelled before')
      return [
        {
          type: 'SessionCancelled',
          occurredOn: command.today,
          data: { reason: command.reason, ...(command.instead === undefined ? {} : { instead: command.instead }), source: [...command.source] },
        },
      ]
    case 'CountCycle':
      if (state.status === 'cancelled') throw new Refusal('session-cancelled', 'The session was cancelled: nothing is counted from it')
      return state.cycles.includes(command.cycle) ? [] : [{ type: 'CycleCountedFromClosing', occurredOn: command.today, data: { cycle: command.cycle } }]
    default:
      return unreachable(command)
  }
}

/** For the first time, or again with other days: until it closed, and never once it was cancelled. */
function announce({ today, announcement }: Extract<SessionCommand, { type: 'AnnounceSession' }>, state: Session): readonly SessionEvent[] {
  if (state.status === 'closed')
    throw new Refusal('already-closed', `The closing is on record: ${state.closing?.date}`, { closedOn: state.closing?.date ?? '' })
  if (state.status === 'cancelled') throw new Refusal('session-cancelled', 'The session was cancelled: one that takes its place is a session of its own')
  const { opensOn, closesOn, sittings = [] } = announcement
  if (opensOn !== null && closesOn !== null && closesOn.date < opensOn)
    throw new Refusal('closes-before-opening', `The session would close on ${closesOn.date}, before it opens`, { opensOn, closesOn: closesOn.date })
  const outside = sittings.find(({ from, to }) => to < from || (opensOn !== null && from < opensOn) || (closesOn !== null && to > closesOn.date))
  if (outside !== undefined)
    throw new Refusal('closes-before-opening', `The sitting from ${outside.from} to ${outside.to} does not lie within the session`, { ...outside })
  if (state.status === 'announced' && saysThis(announcement, state))
    throw new Refusal('already-announced', 'This session is on record with these very days', { opensOn: opensOn ?? '', closesOn: closesOn?.date ?? '' })
  return [{ type: 'SessionAnnounced', occurredOn: today, data: announcement }]
}

function saysThis({ body, number, opensOn, closesOn, between, sittings }: Announcement, state: Exclude<Session, { status: 'unknown' }>): boolean {
  const said = (value: unknown) => JSON.stringify(value ?? null)
  const { closing } = state
  return (
    sittings === undefined &&
    body === state.body &&
    number === state.number &&
    opensOn === state.opensOn &&
    said([closesOn?.date, closesOn?.status]) === said([closing?.date, closing?.status]) &&
    said([between?.earliest, between?.latest, between?.status]) === said([state.between?.earliest, state.between?.latest, state.between?.status])
  )
}

function close(command: Extract<SessionCommand, { type: 'CloseSession' }>, state: Exclude<Session, { status: 'unknown' }>): readonly SessionEvent[] {
  const { closedOn, status, reason, source, today } = command
  if (state.status === 'cancelled') throw new Refusal('session-cancelled', 'The session was cancelled')
  if (state.status === 'closed')
    throw new Refusal('already-closed', `The closing is on record: ${state.closing?.date}`, { closedOn: state.closing?.date ?? '' })
  requireClosingDay(closedOn, today, state)
  return [{ type: 'SessionClosed', occurredOn: closedOn, data: { closedOn, status, reason, source: [...source] } }]
}

/** Whoever corrects says which day is wrong: of two who correct one day at once, the second finds another day on record. */
function correct(command: Extract<SessionCommand, { type: 'CorrectClosing' }>, state: Exclude<Session, { status: 'unknown' }>): readonly SessionEvent[] {
  const { corrects, closedOn, reason, source, today } = command
  if (state.status !== 'closed' || state.closing === null) throw new Refusal('closing-not-known', 'No closing is on record that could be corrected')
  const { date } = state.closing
  if (date !== corrects)
    throw new Refusal('already-corrected', `The closing on record is ${date}, not ${corrects}: look at it again before correcting it`, {
      closedOn: date,
      corrects,
    })
  if (closedOn === date) throw new Refusal('nothing-corrected', `The closing on record is ${date} already`, { closedOn })
  requireClosingDay(closedOn, today, state)
  return [{ type: 'ClosingCorrected', occurredOn: today, data: { corrects, closedOn, reason, source: [...source] } }]
}

function requireClosingDay(closedOn: CalendarDate, today: CalendarDate, { opensOn }: Exclude<Session, { status: 'unknown' }>): void {
  if (closedOn > today) throw new Refusal('date-in-future', `A closing on ${closedOn} has not happened yet`, { closedOn, today })
  if (opensOn !== null && closedOn < opensOn)
    throw new Refusal('closes-before-opening', `The session cannot close on ${closedOn}, before it opens`, { closedOn, opensOn })
}

function evolve(state: Session, event: Versioned<SessionEvent>): Session {
  if (event.type === 'SessionAnnounced') {
    const { organization, body, number, opensOn, closesOn, between = null } = event.data
    const fresh = { organization, body, number, opensOn, between }
    if (state.status === 'unknown') return { status: 'announced', ...fresh, closing: closesOn, cycles: state.cycles ?? [] }
    // Announced again, with better sources: what came of it since stands.
    return { ...state, ...fresh, closing: state.status === 'announced' ? closesOn : state.closing }
  }
  if (state.status === 'unknown')
    return event.type === 'CycleCountedFromClosing' ? { ...state, cycles: [...new Set([...(state.cycles ?? []), event.data.cycle])] } : state
  switch (event.type) {
    case 'SessionClosed':
      return { ...state, status: 'closed', closing: { date: event.data.closedOn, status: event.data.status } }
    case 'ClosingCorrected':
      return { ...state, closing: { date: event.data.closedOn, status: 'confirmed' } }
    case 'SessionCancelled':
      return { ...state, status: 'cancelled', ...(event.data.instead === undefined ? {} : { instead: event.data.instead }) }
    case 'CycleCountedFromClosing':
      return { ...state, cycles: [...new Set([...state.cycles, event.data.cycle])] }
    default:
      return unreachable(event)
  }
}

/** The first day and the last day as far as they are known: what is announced or known to the month alone may still move, and says so. */
export function sessionDays(id: string, state: Session): SessionDays {
  if (state.status === 'unknown' || state.status === 'cancelled') return { id, opens: null, closes: null }
  const { opensOn, closing, between, status } = state
  const monthOnly = (date: CalendarDate | undefined) => (date === undefined || between === null ? null : { date, status: between.status })
  return {
    id,
    opens: opensOn === null ? monthOnly(between?.earliest) : { date: opensOn, status: status === 'closed' ? 'confirmed' : (closing?.status ?? 'announced') },
    closes: closing ?? monthOnly(between?.latest),
    closed: status === 'closed',
  }
}

/** A session of a body, from its announcement to its closing. */
export const session: Decider<Session, SessionCommand, SessionEvent> = { initial: { status: 'unknown' }, decide, evolve }
