import { type CalendarDate, day, plusDays } from '../calendar/calendar-date.ts'
import type { DutyLetter } from './duty.ts'
import type { Stage } from './rule.ts'

/** The days on which a kind's letters fall due for these deadlines, in the order of the letters. One after a stage that there is not, is left out. */
export const plannedSteps = (
  letters: readonly DutyLetter[],
  closedOn: CalendarDate,
  deadlines: readonly { readonly stage: Stage; readonly dueOn: CalendarDate }[],
): { step: DutyLetter['letter']; on: CalendarDate }[] =>
  letters.flatMap(({ letter: step, due }) => {
    if ('firstAfterClosing' in due) return [{ step, on: firstAfter(closedOn, due.firstAfterClosing) }]
    return deadlines.filter(({ stage }) => stage === due.dayAfter).map(({ dueOn }) => ({ step, on: plusDays(dueOn, 1) }))
  })

function firstAfter(closedOn: CalendarDate, dayOfYear: string): CalendarDate {
  const year = Number(closedOn.slice(0, 4))
  const inYear = (each: number) => day(`${each}-${dayOfYear}`)
  return inYear(year) > closedOn ? inYear(year) : inYear(year + 1)
}
