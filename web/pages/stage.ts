import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { InLanguages } from '../../domain/languages.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import type { EnteredObligation, InstrumentObligation, KnownObligation } from '../../domain/obligation/state.ts'
import type { Stage } from '../../domain/rulebook/rule.ts'
import { isUntracked } from '../../domain/views/before-tracking.ts'
import { isShortOfTarget } from '../../domain/views/short-of-target.ts'
import { type Standing, standingOn } from '../../domain/views/standing.ts'

/** Where an obligation stands, in one phrase for lists; the obligation's own page keeps the four dimensions apart. */
export const standings = [
  ...['inTime', 'inExceptionalWindow', 'late', 'discharged', 'doneInTime', 'doneLate', 'done', 'released'],
  ...['incomplete', 'observed', 'running12', 'window', 'running18', 'running', 'undated', 'missed', 'expired', 'untracked'],
] as const
export type StandingName = (typeof standings)[number]

/** @param day the day asked about, at the seat */
export function standingName(state: KnownObligation, day: CalendarDate): StandingName {
  if (state.status === 'released') return 'released'
  const standing = standingOn(state, day)
  return state.family === 'instrument' ? ofInstrument(state, standing) : ofEntered(state, standing)
}

function ofInstrument(state: InstrumentObligation, { discharged, performance, notification, legalClock }: Standing): StandingName {
  if (discharged) return performance === null || performance.class === 'undated' ? 'discharged' : performance.class
  if (notification === 'incomplete') return 'incomplete'
  if (legalClock === 'expired') return isUntracked(state) ? 'untracked' : 'expired'
  return legalClock === 'running-12' ? 'running12' : legalClock === 'running-18' ? 'running18' : 'window'
}

const done = { inTime: 'doneInTime', inExceptionalWindow: 'doneInTime', late: 'doneLate', undated: 'done' } as const

function ofEntered(state: EnteredObligation, { discharged, performance, notification, legalClock }: Standing): StandingName {
  if (discharged) return performance === null ? 'done' : done[performance.class]
  if (notification === 'incomplete') {
    if (!isShortOfTarget(state)) return 'incomplete'
    return legalClock === 'expired' ? 'missed' : 'observed'
  }
  if (legalClock === 'expired') return isUntracked(state) ? 'untracked' : 'expired'
  return legalClock === 'undated' ? 'undated' : 'running'
}

/** A date that lies ahead, or today. A stage of a declared kind brings its name. */
export type NextDate =
  | { readonly kind: 'deadline'; readonly on: CalendarDate; readonly stage: Stage | InLanguages; readonly provisional: boolean }
  | { readonly kind: 'step'; readonly on: CalendarDate; readonly step: LetterKind; readonly provisional: boolean }
  | { readonly kind: 'return'; readonly on: CalendarDate; readonly provisional: boolean }

/** All that lies ahead of an open obligation, the nearest first; nothing lies ahead of a discharged one. */
export function datesAhead(state: KnownObligation, day: CalendarDate): readonly NextDate[] {
  if (state.status !== 'open') return []
  const returned = state.reports.findLast(({ review }) => review === 'returned')?.returnDue ?? null
  const provisional = state.family === 'instrument' && state.closing.provisional
  const dates: NextDate[] = [
    ...deadlinesOf(state),
    ...state.planned.filter(({ on }) => on >= state.trackedFrom).map(({ letter, on }) => ({ kind: 'step', on, step: letter, provisional }) as const),
    ...(returned === null ? [] : [{ kind: 'return', on: returned, provisional: false } as const]),
  ]
  return dates.filter(({ on }) => on >= day).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

const deadlinesOf = (state: KnownObligation): readonly NextDate[] =>
  state.family === 'instrument'
    ? state.deadlines.map(({ stage, dueOn }) => ({ kind: 'deadline', on: dueOn, stage, provisional: state.closing.provisional }))
    : state.deadlines.map(({ name, dueOn, provisional }) => ({ kind: 'deadline', on: dueOn, stage: name, provisional }))
