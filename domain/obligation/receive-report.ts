import { type CalendarDate, plusDays } from '../calendar/calendar-date.ts'
import { Refusal } from '../refusal.ts'
import { formOf } from '../report/form.ts'
import type { CommandOf } from './commands.ts'
import { discharge, discharges } from './discharges.ts'
import { requireReport } from './require-report.ts'
import type { KnownObligation, ObligationEvent } from './state.ts'

/**
 * Takes a report in: a complete one discharges as its kind says, an incomplete one goes back with what is missing,
 * and one that comes after the end is further information.
 *
 * @throws Refusal where its dates cannot be true; `unknown-report`, `already-withdrawn`; `already-observed` where a number is reported twice for one day
 */
export function submitReport(command: CommandOf<'SubmitReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const { today, report, answer, completes, content, documents } = command
  const form = formOf(state.kindSnapshot.report)
  form.checkDates(answer, { today, adoptedOn: state.basis.type === 'provision' ? state.basis.adoptedOn : null })
  if (completes !== undefined) requireReport(state, completes)
  const performedOn = form.performedOn(answer)
  if (performedOn !== null) requireNotObserved(performedOn, completes, state)
  const missing = [...form.missing(answer)]
  const values = { ...form.values(answer) }
  const furtherInformation = state.status !== 'open'
  const received: ObligationEvent = {
    type: 'ReportReceived',
    occurredOn: today,
    data: { report, values, missing, furtherInformation, ...(completes === undefined ? {} : { completes }), content, documents: [...documents] },
  }
  const performed: readonly ObligationEvent[] = performedOn === null ? [] : [{ type: 'ObligationPerformed', occurredOn: performedOn, data: { report } }]
  const events = [received, ...stated(command, state), ...performed]
  if (furtherInformation) return events
  if (missing.length > 0)
    return [...events, { type: 'ReportReturned', occurredOn: today, data: { report, missing, due: plusDays(today, state.kindSnapshot.answerWithin) } }]
  return [...events, ...(discharges(values, state) ? discharge(state, report, today) : [])]
}

const stated = ({ today, report, grounds }: CommandOf<'SubmitReport'>, { status }: KnownObligation): readonly ObligationEvent[] =>
  grounds === null || status !== 'open' ? [] : [{ type: 'ExceptionalCircumstancesStated', occurredOn: today, data: { grounds, report } }]

function requireNotObserved(on: CalendarDate, completes: string | undefined, { reports, kindSnapshot }: KnownObligation): void {
  if (kindSnapshot.discharge.by !== 'target') return
  const before = reports.find((each) => each.performedOn === on && each.review !== 'withdrawn' && each.id !== completes)
  if (before !== undefined)
    throw new Refusal('already-observed', `An observation of ${on} is on record: withdraw it first, or give another day`, { date: on, report: before.id })
}
