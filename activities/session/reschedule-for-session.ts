import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { NewEvent } from '../../domain/record.ts'
import { type Session, type SessionEvent, sessionDays } from '../../domain/session/session.ts'
import type { SessionDays } from '../../domain/session/session-days.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { foldSession } from '../fold.ts'
import { type After, readAfter, type StreamNews } from '../history-after.ts'
import type { Append, StreamHistory } from '../ports.ts'
import { type Computed, deadlinesMoved } from './reschedule-instruments.ts'
import { sessionsMoved, type Why } from './reschedule-plans.ts'

/**
 * What moves with a session of which something new is recorded: what is counted from its closing, and what waits for it. The business of a cancelled session goes to the one held instead, and is counted from that one
 * from then on; where none is, it has no days until its body decides.
 *
 * @param after streams of which something is new, as they will be
 */
export async function sessionNewsMoves(context: Computed, { history, events }: StreamNews, after: After, today: CalendarDate): Promise<Append['streams']> {
  const { id } = parseStreamName(history.stream)
  const before = foldSession(history)
  const state = foldSession(after.get(history.stream) ?? history)
  const cycles = before.cycles ?? []
  if (cycles.length === 0 || state.status === 'unknown') return []
  const why = whyOf(before, events)
  const closing = before.status === 'unknown' ? null : state.closing
  const to = await takenTo(context, id, state, after)
  return [
    ...(closing === null
      ? []
      : await deadlinesMoved(context, cycles, { session: id, ...closing }, { reason: why.ofClosing, source: why.source }, today, after)),
    ...(await Promise.all(cycles.map((cycle) => withItsSession(context, cycle, id, to, why, today, after)))).flat(),
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
    const [history = null] = await readAfter(log, [stream.session(instead)], after)
    at = { id: instead, history, state: foldSession(history ?? undefined) }
  }
  return { days: sessionDays(at.id, at.state), history: at.history }
}

async function withItsSession(
  context: Computed,
  cycle: string,
  from: string,
  to: Destination,
  why: Why,
  today: CalendarDate,
  after: After,
): Promise<Append['streams']> {
  const { history, days } = to
  const streams = await sessionsMoved(context, [cycle], from, days, why, today, after)
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
