import type { ObligationRow, Views } from '../../activities/views.ts'
import type { NextDeadline } from '../../cli/ports.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { nameWithin } from '../../domain/ids.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'

/**
 * The next days on which something falls due, each with how many obligations are open for it. Several rows of a plan that fall together stand under the plan.
 *
 * @param today at the seat of an organization
 * @param count at most
 */
export async function nextDeadlines(
  { obligations }: { obligations(of: Parameters<Views['obligations']>[0]): Promise<readonly Pick<ObligationRow, 'state'>[]> },
  today: (organization: string) => Promise<CalendarDate>,
  count: number,
): Promise<readonly NextDeadline[]> {
  const open = (await obligations({})).flatMap(({ state }) => (state.status === 'open' ? [state] : []))
  const found = new Map<string, readonly DueDay[]>()
  for (const organization of new Set(open.map((state) => state.organization))) {
    const from = await today(organization)
    const ahead = open.filter((state) => state.organization === organization).flatMap(daysOf)
    for (const due of ahead.filter(({ date }) => date >= from)) {
      const key = `${due.date} ${due.cycle} ${due.limit}`
      found.set(key, [...(found.get(key) ?? []), due])
    }
  }
  return [...found.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, count)
    .flatMap(([, together]) => asOne(together))
}

type DueDay = Omit<NextDeadline, 'obligations'>

/** The instrument or the row of a plan, by the stages of its kind. */
const daysOf = ({ limits, cycle, request }: KnownObligation): readonly DueDay[] =>
  limits.map(({ limit, dueOn: date, provisional }) => ({ date, limit, cycle, on: request, provisional }))

function asOne(together: readonly DueDay[]): readonly NextDeadline[] {
  const [first] = together
  if (first === undefined) return []
  const on = together.every((each) => each.on === first.on) ? first.on : nameWithin(first.cycle)
  return [{ ...first, on, provisional: together.some(({ provisional }) => provisional), obligations: together.length }]
}
