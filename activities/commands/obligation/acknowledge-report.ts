import { defineObligationCommand } from './define-obligation-command.ts'
import { reportIdInput, reportNamed } from './report-id.ts'

/** Has a report acknowledged by letter that is not acknowledged by itself. Refused as `unknown-report`, `already-withdrawn`, `already-acknowledged`. */
export const acknowledgeReport = defineObligationCommand({
  name: 'acknowledge-report',
  summary: {
    en: 'has a report acknowledged by letter',
    fr: 'fait accuser réception d’un rapport par lettre',
    es: 'hace acusar recibo de una memoria por carta',
    ar: 'يوجّه رسالة إقرار بتسلّم تقرير',
  },
  fields: { reportId: reportIdInput },
  mayBeGivenBy: { secretariat: 'any', reviewer: 'any' },
  request: ({ today, payload }) => ({ command: { type: 'AcknowledgeReport', today, ...reportNamed(payload.reportId) } }),
})
