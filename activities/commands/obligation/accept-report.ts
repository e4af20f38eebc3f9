import { defineObligationCommand } from './define-obligation-command.ts'
import { reportIdInput, reportNamed } from './report-id.ts'

/** Closes the review of a complete report. Refused as `unknown-report`, `already-withdrawn`, `already-accepted`, `report-incomplete`. */
export const acceptReport = defineObligationCommand({
  name: 'accept-report',
  summary: {
    en: 'closes the review of a complete report',
    fr: 'clôt l’examen d’un rapport complet',
    es: 'cierra el examen de una memoria completa',
    ar: 'يختتم مراجعة تقرير كامل',
  },
  fields: { reportId: reportIdInput },
  mayBeGivenBy: { reviewer: 'any' },
  request: ({ today, payload }) => ({ command: { type: 'AcceptReport', today, ...reportNamed(payload.reportId) } }),
})
