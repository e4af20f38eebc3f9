import { z } from 'zod'
import { type CalendarDate, day, plusDays } from '../calendar/calendar-date.ts'
import type { LetterKind } from '../letter/events.ts'
import { source } from '../provenance.ts'
import { type Stage, stage } from './rule.ts'

/** Which letters go of themselves, and when. Each line carries its source, or says that it is the product's default. */
export const letterPolicy = z.object({
  /** The first such day after the closing. */
  request: z.object({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
  /** On the first day after the last day of a stage. */
  reminders: z.array(z.object({ step: z.enum(['reminder12', 'reminder18']), after: stage })),
  /** Days in which a returned report is to be completed. */
  returnDays: z.int().positive(),
  source: z.array(source),
})
export type LetterPolicy = Readonly<z.infer<typeof letterPolicy>>

/** The days on which the policy's letters fall due for these deadlines. */
export function plannedSteps(
  policy: LetterPolicy,
  closedOn: CalendarDate,
  deadlines: readonly { readonly stage: Stage; readonly dueOn: CalendarDate }[],
): { step: LetterKind; on: CalendarDate }[] {
  const reminders = policy.reminders.flatMap(({ step, after }) =>
    deadlines.filter((deadline) => deadline.stage === after).map(({ dueOn }) => ({ step, on: plusDays(dueOn, 1) })),
  )
  return [{ step: 'request', on: firstAfter(closedOn, policy.request) }, ...reminders]
}

function firstAfter(closedOn: CalendarDate, { month, day: dayOfMonth }: LetterPolicy['request']): CalendarDate {
  const year = Number(closedOn.slice(0, 4))
  const inYear = (each: number) => day(`${each}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
  return inYear(year) > closedOn ? inYear(year) : inYear(year + 1)
}
