import { type CalendarDate, day, plusDays } from '../calendar/calendar-date.ts'
import { Refusal } from '../refusal.ts'
import type { CommandOf } from './commands.ts'
import { discharge, status } from './decide-report.ts'
import { discharges } from './discharges.ts'
import type { EnteredObligation, ObligationEvent } from './state.ts'

/**
 * Takes in a report on an obligation of a declared kind: complete, it discharges as the kind says; incomplete, it goes back
 * with what is missing; after the end it is further information.
 *
 * @throws Refusal `date-in-future`, `already-observed` where a number is reported twice for one day
 */
export function submitAnswer(command: CommandOf<'SubmitAnswer'>, state: EnteredObligation): readonly ObligationEvent[] {
  const { today, report, values, answered, completes, content } = command
  if (completes !== undefined) status(state, completes)
  const performedOn = performedIn(command, state)
  const missing = state.report.fields.filter(({ name, required }) => required && !answered.includes(name)).map(({ name }) => name)
  const furtherInformation = state.status !== 'open'
  const received: ObligationEvent = {
    type: 'AnswerReceived',
    occurredOn: today,
    data: { report, values: { ...values }, missing, furtherInformation, ...(completes === undefined ? {} : { completes }), content },
  }
  const done: readonly ObligationEvent[] = performedOn === null ? [] : [{ type: 'ObligationPerformed', occurredOn: performedOn, data: { report } }]
  if (furtherInformation) return [received, ...done]
  if (missing.length > 0)
    return [received, ...done, { type: 'ReportReturned', occurredOn: today, data: { report, missing, due: plusDays(today, state.returnDays) } }]
  return [received, ...done, ...(discharges(values, state) ? discharge(state, report, today) : [])]
}

/** The days that follow from a session that moved or a plan that was revised. The same days again are no news, and nothing that ended moves. */
export function moveDays(
  { today, session, limits, steps, timing, reason, source }: CommandOf<'MoveDays'>,
  state: EnteredObligation,
): readonly ObligationEvent[] {
  const days = (list: readonly { readonly limit: string; readonly dueOn: CalendarDate; readonly provisional: boolean }[]) =>
    list.map(({ limit, dueOn, provisional }) => `${limit}/${dueOn}/${provisional}`).join()
  if (state.status !== 'open' || (session === state.session && timing === undefined && days(limits) === days(state.limits))) return []
  const data = { session, limits: [...limits], steps: [...steps], ...(timing === undefined ? {} : { timing }), reason, source: [...source] }
  return [{ type: 'ObligationMoved', occurredOn: today, data }]
}

/** @throws Refusal `already-discharged` */
export function release({ today, reason, source }: CommandOf<'Release'>, state: EnteredObligation): readonly ObligationEvent[] {
  if (state.status === 'released') return []
  if (state.status === 'discharged') throw new Refusal('already-discharged', 'The obligation is discharged: there is nothing left to release')
  return [{ type: 'ObligationReleased', occurredOn: today, data: { reason, source: [...source] } }]
}

function performedIn({ today, values, completes }: CommandOf<'SubmitAnswer'>, { report, reports, discharge: rule }: EnteredObligation): CalendarDate | null {
  const future = report.fields.find(({ name, type }) => type === 'day' && String(values[name] ?? '') > today)
  if (future !== undefined)
    throw new Refusal('date-in-future', `${future.name} ${values[future.name]} has not come yet`, {
      field: future.name,
      date: String(values[future.name]),
      today,
    })
  const value = values[report.performedOn]
  if (typeof value !== 'string') return null
  const on = day(value)
  const before = reports.find((each) => each.submissionDate === on && each.review !== 'withdrawn' && each.id !== completes)
  if (rule.by === 'target' && before !== undefined)
    throw new Refusal('already-observed', `An observation of ${on} is on record: withdraw it first, or give another day`, { date: on, report: before.id })
  return on
}
