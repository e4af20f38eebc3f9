import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { NewEvent } from '../../domain/record.ts'
import { type Session, type SessionEvent, sessionDays } from '../../domain/session/session.ts'
import type { SessionDays } from '../../domain/session/session-days.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { foldSession } from '../fold.ts'
import { mergeAppends } from '../merge-appends.ts'
import type { Append, StreamHistory } from '../ports.ts'
import { type Computed, deadlinesMoved } from './reschedule-instruments.ts'
import { sessionsMoved, type Why } from './reschedule-plans.ts'
import { sessionAfter } from './session-after.ts'

/** A session as it was read, and what is new of it. */
export type SessionNews = { readonly history: StreamHistory; readonly events: readonly NewEvent[] }

/**
 * What moves with sessions of which something new is recorded, to go into the append that records it: what is counted from a closing,
 * and what waits for a session. The business of a cancelled session goes to the one held instead, and is counted from that one
 * from then on; where none is, it has no days until its body decides.
 */
export async function movedBy(context: Computed, news: readonly SessionNews[], today: CalendarDate): Promise<Append['streams']> {
  const after = new Map(news.map(({ history, events }) => [history.stream, { history, state: sessionAfter(history, events) }]))
  const moved = await Promise.all(news.map((each) => movedByOne(context, each, after, today)))
  return mergeAppends(moved.flat())
}

type After = ReadonlyMap<string, { readonly history: StreamHistory; readonly state: Session }>

async function movedByOne(context: Computed, { history, events }: SessionNews, after: After, today: CalendarDate): Promise<Append['streams']> {
  const { category, id } = parseStreamName(history.stream)
  const before = foldSession(history)
  const state = after.get(history.stream)?.state ?? before
  const cycles = before.cycles ?? []
  if (category !== 'session' || cycles.length === 0 || state.status === 'unknown') return []
  const why = whyOf(before, events)
  const closing = before.status === 'unknown' ? null : state.closing
  const to = await takenTo(context, id, state, after)
  return [
    ...(closing === null ? [] : await deadlinesMoved(context, cycles, { session: id, ...closing }, { reason: why.ofClosing, source: why.source }, today)),
    ...(await Promise.all(cycles.map((cycle) => withItsSession(context, cycle, id, to, why, today)))).flat(),
  ]
}

/** Where the business of a session is taken up: there, or at the session held instead, however often it was moved on. */
type Destination = { readonly days: SessionDays; readonly history: StreamHistory | null }

async function takenTo({ log }: Computed, id: string, state: Session, after: After): Promise<Destination> {
  const seen = [id]
  let at: { readonly id: string; readonly state: Session; readonly history: StreamHistory | null } = { id, state, history: null }
  while (at.state.status === 'cancelled' && at.state.instead !== undefined && !seen.includes(at.state.instead)) {
    const { instead } = at.state
    seen.push(instead)
    const { histories } = await log.read([stream.session(instead)])
    const [history = null] = histories
    at = { id: instead, history, state: after.get(stream.session(instead))?.state ?? foldSession(history ?? undefined) }
  }
  return { days: sessionDays(at.id, at.state), history: at.history }
}

async function withItsSession(context: Computed, cycle: string, from: string, to: Destination, why: Why, today: CalendarDate): Promise<Append['streams']> {
  const { history, days } = to
  const streams = await sessionsMoved(context, [cycle], from, days, why, today)
  if (streams.length === 0 || history === null || (foldSession(history).cycles ?? []).includes(cycle)) return streams
  const counted = { type: 'CycleCountedFromClosing', occurredOn: today, data: { cycle } }
  return [{ stream: history.stream, atVersion: history.version, events: [counted] }, ...streams]
}

/** The reason that stands on record of a move: the one given, or what the sources now say. */
function whyOf(before: Session, events: readonly NewEvent[]): Why & { readonly ofClosing: string } {
  const last = events.at(-1) as SessionEvent | undefined
  const source = last === undefined || last.type === 'CycleCountedFromClosing' ? [] : last.data.source
  if (last?.type === 'SessionCancelled') return { reason: last.data.reason, ofClosing: last.data.reason, source }
  if (last?.type === 'SessionClosed' || last?.type === 'ClosingCorrected') return { reason: last.data.reason, ofClosing: last.data.reason, source }
  const given = last?.type === 'SessionAnnounced' ? last.data.reason : undefined
  return {
    reason: given ?? (before.status === 'unknown' ? 'the session was announced' : 'other days were announced for the session; why was not said'),
    ofClosing: given ?? 'another closing was announced; why was not said',
    source,
  }
}
