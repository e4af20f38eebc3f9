import { type CalendarDate, plusDays } from '../calendar/calendar-date.ts'
import type { Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { InLanguages } from '../languages.ts'
import { firstFrom } from '../rulebook/supervision.ts'
import { listEvents, type SupervisionOpened } from '../supervision/events.ts'

export type ListEvent = EventsOf<typeof listEvents>

export const isOfList = (event: Versioned<{ readonly type: string }>): event is Versioned<ListEvent> => event.type in listEvents

/** A list as it was prepared, and as it was refreshed once what had arrived since was known. */
export type YearlyList = {
  readonly year: number
  readonly preparedOn: CalendarDate
  readonly prepared: readonly string[]
  readonly refreshed: {
    readonly on: CalendarDate
    readonly members: readonly string[]
    readonly dropped: readonly { readonly member: string; readonly reason: string }[]
  } | null
}

/** The list of those in serious failure, made in each year on two days, for as long as the house stands. */
export type SupervisionCycle = {
  readonly status: 'open'
  readonly family: 'supervision'
  readonly organization: string
  readonly title: InLanguages
  readonly preparedOn: SupervisionOpened['prepared']
  readonly refreshedOn: SupervisionOpened['refreshed']
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
  readonly lists: readonly YearlyList[]
}

export function openedList({ organization, title, prepared, refreshed, trackedFrom, synthetic }: SupervisionOpened): SupervisionCycle {
  return { status: 'open', family: 'supervision', organization, title, preparedOn: prepared, refreshedOn: refreshed, trackedFrom, synthetic, lists: [] }
}

export function evolveList(state: SupervisionCycle, event: Exclude<Versioned<ListEvent>, { type: 'SupervisionOpened' }>): SupervisionCycle {
  const { year, members } = event.data
  if (event.type === 'ListPrepared') return { ...state, lists: [...state.lists, { year, preparedOn: event.occurredOn, prepared: members, refreshed: null }] }
  const refreshed = { on: event.occurredOn, members, dropped: event.data.dropped }
  return { ...state, lists: state.lists.map((list) => (list.year === year ? { ...list, refreshed } : list)) }
}

/** What is to be done with the list next, and on which day. Its year is the one in which it is refreshed. */
export type ListStep =
  | { readonly step: 'prepare-list'; readonly on: CalendarDate; readonly year: number }
  | { readonly step: 'refresh-list'; readonly on: CalendarDate; readonly year: number; readonly from: readonly string[] }

/** A list that was prepared is refreshed before the next one is prepared. None is made for a day before tracking began. */
export function nextListStep({ lists, trackedFrom, preparedOn, refreshedOn }: SupervisionCycle): ListStep {
  const newest = lists.at(-1)
  if (newest !== undefined && newest.refreshed === null) {
    const on = firstFrom(plusDays(newest.preparedOn, 1), refreshedOn)
    return { step: 'refresh-list', on, year: newest.year, from: newest.prepared }
  }
  const on = firstFrom(newest === undefined ? trackedFrom : plusDays(newest.preparedOn, 1), preparedOn)
  return { step: 'prepare-list', on, year: Number(firstFrom(plusDays(on, 1), refreshedOn).slice(0, 4)) }
}

/** The cycle once a step is taken, but for who is on the list: enough to know the day of the step after it. */
export function afterwards(cycle: SupervisionCycle, { step, on, year }: ListStep): SupervisionCycle {
  if (step === 'prepare-list') return { ...cycle, lists: [...cycle.lists, { year, preparedOn: on, prepared: [], refreshed: null }] }
  return { ...cycle, lists: cycle.lists.map((list) => (list.year === year ? { ...list, refreshed: { on, members: [], dropped: [] } } : list)) }
}

/** Who is on the refreshed list, and who dropped off since it was prepared, and why. Nobody comes on to it: the body met before. */
export function refreshed(
  from: readonly string[],
  failing: readonly string[],
  isMember: (member: string) => boolean,
): { readonly members: readonly string[]; readonly dropped: readonly { readonly member: string; readonly reason: 'submitted' | 'left' }[] } {
  const stays = (member: string): boolean => failing.includes(member) && isMember(member)
  return {
    members: from.filter(stays),
    dropped: from.filter((member) => !stays(member)).map((member) => ({ member, reason: isMember(member) ? 'submitted' : 'left' })),
  }
}
