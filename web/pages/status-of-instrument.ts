import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import { closingOf, type Limit } from '../../domain/obligation/limit.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { isUntracked } from '../../domain/status/before-tracking.ts'
import { isShortOfTarget } from '../../domain/status/short-of-target.ts'
import { statusOn } from '../../domain/status/status-on.ts'

/** Where an obligation stands, in one phrase for lists; the obligation's own page keeps the four dimensions apart. */
export const statuses = [
  ...['inTime', 'inExceptionalWindow', 'late', 'done', 'released'],
  ...['incomplete', 'observed', 'running12', 'window', 'running18', 'running', 'undated', 'missed', 'expired', 'untracked'],
] as const
export type StatusName = (typeof statuses)[number]

/** @param day the day asked about, at the seat */
export function statusName(state: KnownObligation, day: CalendarDate): StatusName {
  if (state.status === 'released') return 'released'
  const { discharged, performance, notification, legalClock } = statusOn(state, day)
  if (discharged) return performance === null ? 'done' : performedNames[performance.class]
  if (notification === 'incomplete') {
    if (!isShortOfTarget(state)) return 'incomplete'
    return legalClock === 'expired' ? 'missed' : 'observed'
  }
  if (legalClock === 'expired') return isUntracked(state) ? 'untracked' : 'expired'
  return clockNames[legalClock] ?? (legalClock.startsWith('exceptional') ? 'window' : 'running')
}

/** What is said of a day on which it was done. */
export const performedNames = { inTime: 'inTime', inExceptionalWindow: 'inExceptionalWindow', late: 'late', undated: 'done' } as const

/** Those of the months that have words of their own. */
const clockNames: Readonly<Record<string, StatusName>> = {
  'running-12': 'running12',
  'running-18': 'running18',
  undated: 'undated',
}

/** A date that lies ahead, or today. */
export type NextDate =
  | { readonly kind: 'deadline'; readonly on: CalendarDate; readonly organization: string; readonly limit: Limit; readonly provisional: boolean }
  | { readonly kind: 'step'; readonly on: CalendarDate; readonly step: LetterKind; readonly provisional: boolean }
  | { readonly kind: 'return'; readonly on: CalendarDate; readonly provisional: boolean }

/** All that lies ahead of an open obligation, the nearest first; nothing lies ahead of a discharged one. */
export function datesAhead(state: KnownObligation, day: CalendarDate): readonly NextDate[] {
  if (state.status !== 'open') return []
  const returned = state.reports.findLast(({ review }) => review === 'returned')?.returnDue ?? null
  const provisional = closingOf(state)?.provisional ?? false
  const dates: NextDate[] = [
    ...limitsOf(state),
    ...state.scheduled.filter(({ on }) => on >= state.trackedFrom).map(({ letter, on }) => ({ kind: 'step', on, step: letter, provisional }) as const),
    ...(returned === null ? [] : [{ kind: 'return', on: returned, provisional: false } as const]),
  ]
  return dates.filter(({ on }) => on >= day).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const limitsOf = ({ organization, limits }: KnownObligation): readonly NextDate[] =>
  limits.map((limit) => ({ kind: 'deadline', on: limit.dueOn, organization, limit, provisional: limit.provisional }))
