import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { CalendarSeed } from '../schema/calendar.ts'

/** A calendar lists each day once, in order, within the days that it knows. */
export const checkCalendars = ({ calendars }: ParsedOrganization): readonly Problem[] =>
  calendars.flatMap(({ file, value }) => {
    const { from, to } = value.known
    if (to < from) return [problemAt(file, ['known', 'to'], `The calendar ends on ${to}, before it begins on ${from}. Correct one of the days.`)]
    const listed = listedDays(value)
    return listed.flatMap(({ day, path }, index) => {
      const before = listed[index - 1]?.day
      if (day < from || day > to)
        return [problemAt(file, path, `${day} lies outside the days that the calendar knows, ${from} to ${to}. Widen \`known\`, or take the day out.`)]
      if (before !== undefined && day === before) return [problemAt(file, path, `${day} is listed before. Take one of the two out.`)]
      if (before !== undefined && day < before) return [problemAt(file, path, `${day} is listed after ${before}. Put the days in order.`)]
      return []
    })
  })

type Listed = { readonly day: CalendarDate; readonly path: readonly (string | number)[] }

function listedDays(value: CalendarSeed): readonly Listed[] {
  const [field, entries] = value.type === 'sitting' ? (['sittings', value.sittings] as const) : (['closed', value.closed] as const)
  return entries.flatMap(({ days }, entry) => days.map((day, index) => ({ day, path: [field, entry, 'days', index] })))
}
