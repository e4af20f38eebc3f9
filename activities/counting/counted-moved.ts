import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { CalendarEvent } from '../../domain/calendar/published-calendar.ts'
import { organizationOf } from '../../domain/ids.ts'
import { computeSchedule } from '../../domain/obligation/compute-schedule.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { OccurrenceEvent } from '../../domain/occurrence/occurrence.ts'
import { sessionDays } from '../../domain/session/session.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { foldCalendar, foldObligation, foldOccurrence, foldSession } from '../fold.ts'
import { readFollowed } from '../followed.ts'
import { type After, readAfter, type StreamNews } from '../history-after.ts'
import type { Append } from '../ports.ts'
import { type Computed, deadlinesMoved } from '../session/reschedule-instruments.ts'
import type { Why } from '../session/reschedule-plans.ts'
import { countedOf, countingFor } from './counting-for.ts'

/**
 * One `LimitsMoved` for each obligation that is counted from an event or in a calendar of which something is new, and has other days once it is so.
 *
 * @param after streams of which something is new, as they will be
 */
export async function countedMoved(context: Computed, { history, events }: StreamNews, after: After, today: CalendarDate): Promise<Append['streams']> {
  const { category, id } = parseStreamName(history.stream)
  const { cycles } = category === 'calendar' ? foldCalendar(history) : foldOccurrence(history)
  const last = events.at(-1) as CalendarEvent | OccurrenceEvent | undefined
  if (last === undefined || cycles.length === 0) return []
  const why = whyOf(last, id)
  const moved = await Promise.all(cycles.map((cycle) => movedInCycle(context, cycle, why, today, after)))
  return moved.flat()
}

/** The reason that stands on record of a move. */
function whyOf(event: CalendarEvent | OccurrenceEvent, id: string): Why {
  const { type, data } = event
  if (type === 'CycleCountedFromOccurrence' || type === 'CycleCountedInCalendar') throw new TypeError(`${type} of ${id} moves nothing`)
  if (type === 'OccurrenceRecorded') return { reason: `${data.type} of ${data.about} was recorded, on ${data.on}`, source: data.source }
  if (type === 'OccurrenceCorrected') return { reason: data.reason, source: data.source }
  return { reason: `the calendar ${data.calendar.code} was published to ${data.calendar.known.to}`, source: data.source }
}

async function movedInCycle(context: Computed, id: string, why: Why, today: CalendarDate, after: After): Promise<Append['streams']> {
  const { followed } = await readFollowed(context, id)
  if (followed?.type === 'plan') {
    const obligations = followed.state.rows.flatMap((row) => row.obligations)
    return rowsMoved(context, obligations, why, today, after)
  }
  if (followed?.type !== 'cycle') return []
  const { session: sessionId } = followed.state
  const [held] = await readAfter(context.log, [stream.session(sessionId)], after)
  const session = foldSession(held)
  if (session.status === 'unknown' || session.closing === null) return []
  return deadlinesMoved(context, [id], { session: sessionId, ...session.closing }, why, today, after)
}

async function rowsMoved({ log }: Computed, ids: readonly string[], why: Why, today: CalendarDate, after: After): Promise<Append['streams']> {
  const { histories } = await log.read(ids.map(stream.obligation))
  const owed = histories.flatMap((history) => {
    const state = foldObligation(history)
    return state.status === 'unknown' || state.basis.type !== 'row' ? [] : [{ history, state, timing: state.basis.row.timing }]
  })
  const [first] = owed
  if (first === undefined) return []
  const organization = organizationOf(ids[0] ?? '')
  const { counting } = await countingFor({ log }, organization, countedOf(owed.map(({ state }) => state)), after)
  const sessions = [...new Set(owed.flatMap(({ state: { session } }) => (session === null ? [] : [session])))]
  const held = await readAfter(log, sessions.map(stream.session), after)
  const days = new Map(sessions.map((id, index) => [id, sessionDays(id, foldSession(held[index]))]))
  return owed.flatMap(({ history, state, timing }) => {
    const session = state.session === null ? null : (days.get(state.session) ?? null)
    const computed = computeSchedule({ ...state, provision: null, timing, session, counting })
    const events = obligation.decide({ type: 'MoveLimits', today, session: state.session, ...computed, ...why }, state)
    return events.length === 0 ? [] : [{ stream: history.stream, atVersion: history.version, events }]
  })
}
