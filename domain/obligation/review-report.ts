import { type CalendarDate, plusDays } from '../calendar/calendar-date.ts'
import { Refusal } from '../refusal.ts'
import type { CommandOf } from './commands.ts'
import { discharge, discharges } from './discharges.ts'
import { requireReport } from './require-report.ts'
import type { KnownObligation, ObligationEvent, Report } from './state.ts'

/** The reviewer sends a report back, for any reason that the rules cannot see. */
export function returnReport(command: CommandOf<'ReturnReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const { today, missing, remarks } = command
  const report = requireReport(state, command.report)
  if (report.review === 'accepted') throw new Refusal('already-accepted', 'The report was accepted: its review is closed', { report: report.id })
  const due = command.due ?? plusDays(today, state.kindSnapshot.answerWithin)
  if (due < today) throw new Refusal('return-due-passed', `A report cannot be asked back by ${due}, which has passed`, { due, today })
  return [
    {
      type: 'ReportReturned',
      occurredOn: today,
      data: { report: report.id, missing: [...missing], due, ...(remarks === undefined ? {} : { remarks }) },
    },
    ...reopen(state, report, 'returned', today),
  ]
}

export function acceptReport(command: CommandOf<'AcceptReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const report = requireReport(state, command.report ?? state.dischargedBy ?? undefined)
  if (report.review === 'accepted') throw new Refusal('already-accepted', 'The report was accepted before', { report: report.id })
  if (report.review === 'returned' || report.missing.length > 0)
    throw new Refusal('report-incomplete', 'The report is not complete', { report: report.id, missing: report.missing.join(', ') })
  return [{ type: 'ReportAccepted', occurredOn: command.today, data: { report: report.id } }]
}

export function withdrawReport(command: CommandOf<'WithdrawReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const report = requireReport(state, command.report)
  return [{ type: 'ReportWithdrawn', occurredOn: command.today, data: { report: report.id } }, ...reopen(state, report, 'withdrawn', command.today)]
}

/** By a person, for what is not acknowledged without one: further information. */
export function acknowledgeReport(command: CommandOf<'AcknowledgeReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const report = requireReport(state, command.report)
  if (report.acknowledged) throw new Refusal('already-acknowledged', 'The report was acknowledged before', { report: report.id })
  return [{ type: 'AcknowledgementOwed', occurredOn: command.today, data: { report: report.id } }]
}

/** The obligation opens again, unless another complete report stands: then that one discharges it. */
function reopen(state: KnownObligation, report: Report, reason: 'returned' | 'withdrawn', today: CalendarDate): readonly ObligationEvent[] {
  if (state.dischargedBy !== report.id) return []
  const reopened: ObligationEvent = { type: 'ObligationReopened', occurredOn: today, data: { report: report.id, reason } }
  const other = state.reports.findLast(
    ({ id, review, missing, values }) => id !== report.id && missing.length === 0 && (review === 'open' || review === 'accepted') && discharges(values, state),
  )
  if (other === undefined) return [reopened]
  return [reopened, ...discharge(state, other.id, today).filter(({ type }) => type !== 'AcknowledgementOwed' || !other.acknowledged)]
}
