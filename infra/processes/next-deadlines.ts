import type { Views } from '../../activities/views.ts'
import type { NextDeadline } from '../../cli/ports.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'

/** The next days on which something falls due, each with how many obligations are open for it. @param count at most */
export async function nextDeadlines({ obligations }: Pick<Views, 'obligations'>, today: CalendarDate, count: number): Promise<readonly NextDeadline[]> {
  const found = new Map<string, NextDeadline>()
  for (const { state } of await obligations({})) {
    if (state.status !== 'open') continue
    const { cycle, instrument, closing } = state
    for (const { stage, dueOn } of state.deadlines.filter((each) => each.dueOn >= today)) {
      const key = `${dueOn} ${cycle} ${stage}`
      found.set(key, { date: dueOn, stage, cycle, instrument, provisional: closing.provisional, obligations: (found.get(key)?.obligations ?? 0) + 1 })
    }
  }
  return [...found.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .map(([, deadline]) => deadline)
}
