import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { PendingNotice } from '../../domain/correspondence/correspondence.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { submissionClass } from '../../domain/report/submission-class.ts'
import type { DeadlineFacts, ObligationFacts, ReportFacts } from '../letters/letter-facts.ts'

/** What a letter says of one obligation: from the record, as it stands when the letter is written. */
export function obligationFacts(
  notice: PendingNotice,
  state: KnownObligation,
  instrument: Extract<Instrument, { status: 'adopted' }>,
  sessionNumber: string,
  today: CalendarDate,
): ObligationFacts {
  const report = state.reports.find(({ id }) => id === notice.report)
  return {
    id: notice.obligation,
    kind: state.kind,
    instrument: { code: instrument.code, title: instrument.title },
    provision: state.rule.provision,
    deadlines: state.deadlines.map((deadline) => deadlineFacts(deadline, state, sessionNumber)),
    ...(notice.dueOn < today ? { lateBoth: { dueOn: notice.dueOn, sentOn: today } } : {}),
    ...(report === undefined ? {} : { report: reportFacts(report, state) }),
    ...(notice.missing === undefined ? {} : { missing: notice.missing }),
    ...(notice.returnDue === undefined ? {} : { returnDue: notice.returnDue }),
  }
}

const deadlineFacts = (deadline: KnownObligation['deadlines'][number], { closing, rule }: KnownObligation, session: string): DeadlineFacts => ({
  stage: deadline.stage,
  date: deadline.dueOn,
  exceptional: deadline.exceptional,
  provisional: closing.provisional,
  reckoning: { ...deadline.reckoning, event: { kind: 'session-closing', session }, unconfirmed: rule.convention.status === 'unconfirmed' },
  ...(deadline.printed === null
    ? {}
    : {
        printed: {
          date: deadline.printed.date,
          wording: deadline.printed.wording,
          language: deadline.printed.language,
          source: citation(deadline.printed.source),
        },
      }),
})

const reportFacts = (report: KnownObligation['reports'][number], { deadlines }: KnownObligation): ReportFacts => ({
  receivedOn: report.receivedOn,
  submissionDate: report.submissionDate,
  submissionClass: report.submissionDate === null ? null : submissionClass(report.submissionDate, deadlines),
})
