import { explainNotAMember } from '../../obligation/not-a-member.ts'
import { defineObligationCommand } from './define-obligation-command.ts'
import { readReport, receiveReport, reportInput } from './receive-report.ts'

/**
 * Takes in a report. Judged in this order: the obligation exists, the principal may, the report is one to its questions, its dates can be true,
 * it is complete.
 *
 * ZodError when it is none to the questions of this obligation. Refused as `date-in-future`, `date-after-arrival`, `submission-predates-adoption`,
 * `already-observed`; `not-a-member` where it came from a State that is not a Member.
 */
export const submitReport = defineObligationCommand({
  name: 'submit-report',
  summary: {
    en: "records a Government's report",
    fr: 'enregistre le rapport d’un gouvernement',
    es: 'registra la memoria de un gobierno',
    ar: 'يسجّل تقرير حكومة',
  },
  fields: { report: reportInput },
  // A Government reports for itself; the secretariat records what came on paper, the system what a document itself reports.
  mayBeGivenBy: { ministry: 'own', secretariat: 'any', system: 'any' },
  explain: explainNotAMember,
  request: (on) => receiveReport(on, { answer: readReport(on.state, on.payload.report) }),
})
