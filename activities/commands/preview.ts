import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { QueuedNotice } from '../../domain/correspondence/events.ts'
import { isSuppressed } from '../../domain/obligation/is-suppressed.ts'
import { type Obligation, stepKey } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import { parseStreamName } from '../../domain/streams.ts'
import { foldObligation } from '../fold.ts'
import { obligationAfter } from '../obligation/obligation-after.ts'
import type { EventLog } from '../ports.ts'
import type { Decision } from './command-definition.ts'

/** The last day of a limit, or the day of a letter that is to be sent. */
export type NamedDay = { readonly name: string; readonly on: CalendarDate }
/** `null` where there was no such day, or is none any more. */
export type ChangedDay = { readonly name: string; readonly from: CalendarDate | null; readonly to: CalendarDate | null }

/** One thing of which a party would be notified, and the day on which it is due. */
export type QueuedLetter = { readonly party: string; readonly kind: string; readonly obligation: string; readonly on: CalendarDate }

/** What a command would do to what others owe, and to the letters that they will get. */
export type Preview = {
  readonly command: string
  readonly opens: readonly { readonly obligation: string; readonly limits: readonly NamedDay[]; readonly letters: readonly NamedDay[] }[]
  readonly moves: readonly { readonly obligation: string; readonly limits: readonly ChangedDay[]; readonly letters: readonly ChangedDay[] }[]
  readonly ends: readonly { readonly obligation: string; readonly status: string; readonly letters: readonly NamedDay[] }[]
  /** What had ended and would be owed again, with the letters that would go. */
  readonly reopens: readonly { readonly obligation: string; readonly letters: readonly NamedDay[] }[]
  /** Letters that would be written to a party at once. */
  readonly letters: readonly QueuedLetter[]
  /** Every stream that would get events, with their types. */
  readonly records: readonly { readonly stream: string; readonly events: readonly string[] }[]
  /** What the command itself shows of what it would change. */
  readonly shown: unknown
}

/** Compares each obligation that a decision touches, before and after it. */
export async function previewOf(log: Pick<EventLog, 'read'>, command: string, { streams, shown = null }: Decision): Promise<Preview> {
  const touched = streams.filter(({ stream, events }) => events.length > 0 && parseStreamName(stream).category === 'obligation')
  const { histories } = await log.read(touched.map(({ stream }) => stream))
  const changes = touched.map((each, index): Change => {
    const before = foldObligation(histories[index])
    return { obligation: parseStreamName(each.stream).id, before: daysOf(before), after: daysOf(obligationAfter(before, each)) }
  })
  return {
    command,
    opens: changes.flatMap(({ obligation: id, before, after: { limits, letters } }) =>
      before.status === 'unknown' ? [{ obligation: id, limits, letters }] : [],
    ),
    moves: changes.filter(({ before, after: { status } }) => before.status !== 'unknown' && status === before.status).flatMap(moved),
    ends: changes.flatMap(({ obligation: id, before, after: { status } }) =>
      before.status === 'open' && status !== 'open' ? [{ obligation: id, status, letters: before.letters }] : [],
    ),
    reopens: changes.flatMap(({ obligation: id, before, after: { status, letters } }) =>
      before.status !== 'unknown' && before.status !== 'open' && status === 'open' ? [{ obligation: id, letters }] : [],
    ),
    letters: streams.flatMap(({ stream, events }) => queuedIn(parseStreamName(stream), events)),
    records: streams.flatMap(({ stream, events }) => (events.length === 0 ? [] : [{ stream, events: events.map(({ type }) => type) }])),
    shown,
  }
}

/** Of the letters, those that are still to go. */
type Days = { readonly status: Obligation['status']; readonly limits: readonly NamedDay[]; readonly letters: readonly NamedDay[] }
type Change = { readonly obligation: string; readonly before: Days; readonly after: Days }

function daysOf(state: Obligation): Days {
  if (state.status === 'unknown') return { status: 'unknown', limits: [], letters: [] }
  const { status, limits, scheduled, handled, trackedFrom } = state
  const ahead = scheduled.filter((each) => each.on >= trackedFrom && !handled.includes(stepKey(each)) && !isSuppressed(each.letter, state))
  return {
    status,
    limits: limits.map(({ limit, dueOn }) => ({ name: limit, on: dueOn })),
    letters: status === 'open' ? ahead.map(({ step, on }) => ({ name: step, on })) : [],
  }
}

function queuedIn({ category, id: party }: ReturnType<typeof parseStreamName>, events: readonly NewEvent[]): readonly QueuedLetter[] {
  if (category !== 'correspondence') return []
  return events.flatMap(({ type, data }) => {
    const { kind, obligation: about, dueOn } = data as QueuedNotice
    return type === 'NoticeQueued' ? [{ party, kind, obligation: about, on: dueOn }] : []
  })
}

function moved({ obligation: id, before, after: now }: Change): Preview['moves'] {
  const [limits, letters] = [changed(before.limits, now.limits), changed(before.letters, now.letters)]
  return limits.length + letters.length === 0 ? [] : [{ obligation: id, limits, letters }]
}

function changed(before: readonly NamedDay[], now: readonly NamedDay[]): readonly ChangedDay[] {
  const names = [...new Set([...before, ...now].map(({ name }) => name))]
  const dayIn = (days: readonly NamedDay[], name: string): CalendarDate | null => days.find((each) => each.name === name)?.on ?? null
  return names.map((name) => ({ name, from: dayIn(before, name), to: dayIn(now, name) })).filter(({ from, to }) => from !== to)
}
