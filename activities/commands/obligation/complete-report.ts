import { formOf } from '../../../domain/report/form.ts'
import { explainNotAMember } from '../../obligation/not-a-member.ts'
import { defineObligationCommand } from './define-obligation-command.ts'
import { earlierReport, readReport, receiveReport, reportInput } from './receive-report.ts'
import { reportIdInput } from './report-id.ts'

/**
 * Adds to an earlier report what it lacked: the fields given replace the earlier ones, the rest of that report stands.
 * So in the federal block; of the copies, those of a side that is named again are replaced.
 *
 * Refused as `unknown-report`, `already-withdrawn`, and as `submit-report` is.
 */
export const completeReport = defineObligationCommand({
  name: 'complete-report',
  summary: {
    en: 'adds to an earlier report what it lacked',
    fr: 'ajoute à un rapport antérieur ce qui lui manquait',
    es: 'añade a una memoria anterior lo que le faltaba',
    ar: 'يضيف إلى تقرير سابق ما كان ينقصه',
  },
  /** `completes`: the report meant; without it, the newest that stands. */
  fields: { report: reportInput, completes: reportIdInput },
  mayBeGivenBy: { ministry: 'own', secretariat: 'any' },
  explain: explainNotAMember,
  request: async (on) => {
    const { report, completes } = on.payload
    const earlier = await earlierReport(on.context, on.state, completes)
    const addition = readReport(on.state, report)
    return receiveReport(on, { answer: formOf(on.state.kindSnapshot.report).merge(earlier.answer, addition), completes: earlier.id })
  },
})
