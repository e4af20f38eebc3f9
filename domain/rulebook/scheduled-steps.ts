import { type CalendarDate, day, plusDays } from '../calendar/calendar-date.ts'
import type { DutyLetter } from './duty.ts'
import type { LimitName } from './rule.ts'

/** The days on which a kind's letters fall due for these deadlines, in the order of the letters. One after a stage that there is not, is left out. */
export const scheduleSteps = (
  letters: readonly DutyLetter[],
  closedOn: CalendarDate,
  limits: readonly { readonly limit: LimitName; readonly dueOn: CalendarDate }[],
): { step: DutyLetter['letter']; on: CalendarDate }[] =>
  letters.flatMap(({ letter: step, due }) => {
    if ('firstAfterClosing' in due) return [{ step, on: firstAfter(closedOn, due.firstAfterClosing) }]
    return limits.filter(({ limit }) => limit === due.dayAfter).map(({ dueOn }) => ({ step, on: plusDays(dueOn, 1) }))
  })

function firstAfter(closedOn: CalendarDate, dayOfYear: string): CalendarDate {
  const year = Number(closedOn.slice(0, 4))
  const inYear = (each: number) => day(`${each}-${dayOfYear}`)
  return inYear(year) > closedOn ? inYear(year) : inYear(year + 1)
}
