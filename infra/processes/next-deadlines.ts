import type { Views } from '../../activities/views.ts'
import type { NextDeadline } from '../../cli/ports.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'

/**
 * The next days on which something falls due, each with how many obligations are open for it.
 *
 * @param today at the seat of an organization
 * @param count at most
 */
export async function nextDeadlines(
  { obligations }: Pick<Views, 'obligations'>,
  today: (organization: string) => Promise<CalendarDate>,
  count: number,
): Promise<readonly NextDeadline[]> {
  const open = (await obligations({})).filter(({ state }) => state.status === 'open')
  const found = new Map<string, NextDeadline>()
  for (const organization of new Set(open.map(({ state }) => state.organization))) {
    const from = await today(organization)
    for (const { state } of open.filter((each) => each.state.organization === organization))
      for (const { stage, dueOn, provisional } of daysOf(state).filter((each) => each.dueOn >= from)) {
        const key = `${dueOn} ${state.cycle} ${stage}`
        found.set(key, { date: dueOn, stage, cycle: state.cycle, on: subjectOf(state), provisional, obligations: (found.get(key)?.obligations ?? 0) + 1 })
      }
  }
  return [...found.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, deadline]) => deadline)
}

const daysOf = (state: KnownObligation) =>
  state.family === 'entered' ? state.deadlines : state.deadlines.map((deadline) => ({ ...deadline, provisional: state.closing.provisional }))

/** The instrument, or the row of a plan. */
const subjectOf = (state: KnownObligation): string => (state.family === 'entered' ? state.request : state.instrument)
