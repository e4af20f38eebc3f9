import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import type { Stage } from '../../domain/rulebook/rule.ts'
import { standingOn } from '../../domain/views/standing.ts'

/** Where an obligation stands, in one phrase for lists; the obligation's own page keeps the four dimensions apart. */
export const standings = [
  'inTime',
  'inExceptionalWindow',
  'late',
  'discharged',
  'incomplete',
  'running12',
  'window',
  'running18',
  'expired',
  'untracked',
] as const
export type StandingName = (typeof standings)[number]

/** @param day the day asked about, at the seat */
export function standingName(state: KnownObligation, day: CalendarDate): StandingName {
  const { discharged, performance, notification, legalClock } = standingOn(state, day)
  if (discharged) return performance?.class ?? 'discharged'
  if (notification === 'incomplete') return 'incomplete'
  if (legalClock === 'expired') return isUntracked(state) ? 'untracked' : 'expired'
  return legalClock === 'running-12' ? 'running12' : legalClock === 'running-18' ? 'running18' : 'window'
}

/** Every step lay before tracking began: what was sent or answered then is not on this record, and nobody is to be blamed for that. */
export const isUntracked = ({ planned, trackedFrom, reports }: KnownObligation): boolean => reports.length === 0 && planned.every(({ on }) => on < trackedFrom)

/** A date that lies ahead, or today. */
export type NextDate =
  | { readonly kind: 'deadline'; readonly on: CalendarDate; readonly stage: Stage; readonly provisional: boolean }
  | { readonly kind: 'step'; readonly on: CalendarDate; readonly step: LetterKind; readonly provisional: boolean }
  | { readonly kind: 'return'; readonly on: CalendarDate; readonly provisional: boolean }

/** All that lies ahead of an open obligation, the nearest first; nothing lies ahead of a discharged one. */
export function datesAhead(state: KnownObligation, day: CalendarDate): readonly NextDate[] {
  if (state.status !== 'open') return []
  const { provisional } = state.closing
  const returned = state.reports.findLast(({ review }) => review === 'returned')?.returnDue ?? null
  const dates: NextDate[] = [
    ...state.deadlines.map(({ stage, dueOn }) => ({ kind: 'deadline', on: dueOn, stage, provisional }) as const),
    ...state.planned.filter(({ on }) => on >= state.trackedFrom).map(({ step, on }) => ({ kind: 'step', on, step, provisional }) as const),
    ...(returned === null ? [] : [{ kind: 'return', on: returned, provisional: false } as const]),
  ]
  return dates.filter(({ on }) => on >= day).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
