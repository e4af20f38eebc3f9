import { type CalendarDate, plusDays } from '../calendar/calendar-date.ts'
import { Refusal } from '../refusal.ts'
import { isCopyTo, missingFrom, performedOn } from '../report/completeness.ts'
import { checkDates } from '../report/dates.ts'
import type { Questionnaire } from '../report/questionnaire.ts'
import type { CommandOf } from './commands.ts'
import { discharges } from './discharges.ts'
import type { InstrumentObligation, KnownObligation, ObligationEvent, Report } from './state.ts'

/**
 * Takes an answer in: a complete one discharges, an incomplete one goes back with what is missing,
 * and one that comes after the discharge is further information.
 */
export function submitReport(command: CommandOf<'SubmitReport'>, state: InstrumentObligation): readonly ObligationEvent[] {
  const { today, report, answer, completes, content, documents, grounds } = command
  checkDates(answer, state.adoptedOn, today)
  if (completes !== undefined) status(state, completes)
  const missing = missingFrom(answer, state.kindSnapshot.report.required)
  const furtherInformation = state.status === 'discharged'

  const received: ObligationEvent = {
    type: 'ReportReceived',
    occurredOn: today,
    data: {
      report,
      submitted: answer.submitted ?? null,
      missing: [...missing],
      copies: copiesIn(answer),
      circumstancesStated: grounds !== null,
      constituentMatter: ['constituent', 'mixed'].includes(answer.federal?.federalOrConstituent ?? ''),
      furtherInformation,
      ...(completes === undefined ? {} : { completes }),
      content,
      documents: [...documents],
    },
  }
  const events = [received, ...stated(command, state), ...performed(report, answer, state)]
  if (furtherInformation) return events
  return missing.length === 0
    ? [...events, ...discharge(state, report, today)]
    : [...events, { type: 'ReportReturned', occurredOn: today, data: { report, missing: [...missing], due: plusDays(today, state.returnDays) } }]
}

/** The reviewer sends a report back, for any reason that the house cannot see. */
export function returnReport(command: CommandOf<'ReturnReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const { today, missing, remarks } = command
  const report = status(state, command.report)
  if (report.review === 'accepted') throw new Refusal('already-accepted', 'The report was accepted: its review is closed', { report: report.id })
  const due = command.due ?? plusDays(today, state.returnDays)
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
  const report = status(state, command.report ?? state.dischargedBy ?? undefined)
  if (report.review === 'accepted') throw new Refusal('already-accepted', 'The report was accepted before', { report: report.id })
  if (report.review === 'returned' || report.missing.length > 0)
    throw new Refusal('report-incomplete', 'The report is not complete', { report: report.id, missing: report.missing.join(', ') })
  return [{ type: 'ReportAccepted', occurredOn: command.today, data: { report: report.id } }]
}

export function withdrawReport(command: CommandOf<'WithdrawReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const report = status(state, command.report)
  return [{ type: 'ReportWithdrawn', occurredOn: command.today, data: { report: report.id } }, ...reopen(state, report, 'withdrawn', command.today)]
}

/** By hand, for what the house does not acknowledge of itself: further information. */
export function acknowledgeReport(command: CommandOf<'AcknowledgeReport'>, state: KnownObligation): readonly ObligationEvent[] {
  const report = status(state, command.report)
  if (report.acknowledged) throw new Refusal('already-acknowledged', 'The report was acknowledged before', { report: report.id })
  return [{ type: 'AcknowledgementOwed', occurredOn: command.today, data: { report: report.id } }]
}

/** The report meant, or the newest that stands. @throws Refusal when there is none, or it was withdrawn */
export function status(state: KnownObligation, id: string | undefined): Report {
  const found = id === undefined ? state.reports.findLast(({ review }) => review !== 'withdrawn') : state.reports.find((report) => report.id === id)
  if (found === undefined) throw new Refusal('unknown-report', 'There is no such report on this obligation', id === undefined ? {} : { report: id })
  if (found.review === 'withdrawn') throw new Refusal('already-withdrawn', 'The report was withdrawn', { report: found.id })
  return found
}

/** A Member is owed an acknowledgement; a unit of the organization itself is not written to for what it reported. */
export const discharge = (state: KnownObligation, report: string, today: CalendarDate): readonly ObligationEvent[] => [
  { type: 'ObligationDischarged', occurredOn: today, data: { report } },
  ...(state.family === 'entered' && state.owedBy === 'unit' ? [] : [{ type: 'AcknowledgementOwed', occurredOn: today, data: { report } } as const]),
]

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

const stated = ({ today, report, grounds }: CommandOf<'SubmitReport'>, state: InstrumentObligation): readonly ObligationEvent[] =>
  grounds === null || state.status === 'discharged' ? [] : [{ type: 'ExceptionalCircumstancesStated', occurredOn: today, data: { grounds, report } }]

/** The dated fact itself, on its own day: laid before the authorities, or referred to constituent ones. */
function performed(report: string, answer: Questionnaire, { kindSnapshot }: InstrumentObligation): readonly ObligationEvent[] {
  const madeOn = performedOn(answer, kindSnapshot.report.performedOn)
  return madeOn === undefined ? [] : [{ type: 'SubmissionMade', occurredOn: madeOn, data: { report } }]
}

const copiesIn = ({ communicatedTo = [] }: Questionnaire) => ({
  employers: communicatedTo.filter(isCopyTo('employers')).length,
  workers: communicatedTo.filter(isCopyTo('workers')).length,
})
