import { type CalendarDate, plusDays } from '../calendar/calendar-date.ts'
import { firstFrom } from '../rulebook/supervision.ts'
import type { KnownYearlyList } from './state.ts'

/** What is to be done with the list next, and on which day. Its year is the one in which it is refreshed. */
export type ListStep =
  | { readonly step: 'prepare-list'; readonly on: CalendarDate; readonly year: number }
  | { readonly step: 'refresh-list'; readonly on: CalendarDate; readonly year: number; readonly from: readonly string[] }

/** A list that was prepared is refreshed before the next one is prepared. None is made for a day before tracking began. */
export function nextListStep({ lists, trackedFrom, preparedOn, refreshedOn }: KnownYearlyList): ListStep {
  const newest = lists.at(-1)
  if (newest !== undefined && newest.refreshed === null) {
    const on = firstFrom(plusDays(newest.preparedOn, 1), refreshedOn)
    return { step: 'refresh-list', on, year: newest.year, from: newest.prepared }
  }
  const on = firstFrom(newest === undefined ? trackedFrom : plusDays(newest.preparedOn, 1), preparedOn)
  return { step: 'prepare-list', on, year: Number(firstFrom(plusDays(on, 1), refreshedOn).slice(0, 4)) }
}

/** The list once a step is taken, but for who is on it: enough to know the day of the step after it. */
export function afterStep(list: KnownYearlyList, { step, on, year }: ListStep): KnownYearlyList {
  if (step === 'prepare-list') return { ...list, lists: [...list.lists, { year, preparedOn: on, prepared: [], refreshed: null }] }
  return { ...list, lists: list.lists.map((each) => (each.year === year ? { ...each, refreshed: { on, members: [], dropped: [] } } : each)) }
}

/** Who stays on a list that is refreshed, and who dropped off since it was prepared, and why. Nobody comes on to it: the body met before. */
export function dropsFrom(
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
