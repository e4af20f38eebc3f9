import { defineObligationCommand } from './define-obligation-command.ts'
import { reportIdInput, reportNamed } from './report-id.ts'

/** Takes a report back. The obligation opens again unless another complete report stands. Refused as `unknown-report`, `already-withdrawn`. */
export const withdrawReport = defineObligationCommand({
  name: 'withdraw-report',
  summary: { en: 'takes a report back', fr: 'retire un rapport', es: 'retira una memoria', ar: 'يسحب تقريراً' },
  fields: { reportId: reportIdInput },
  // What a Government said only it takes back. A unit may have nobody of its own: then the secretariat does.
  mayBeGivenBy: { ministry: 'own', secretariat: 'units' },
  request: ({ today, payload }) => ({ command: { type: 'WithdrawReport', today, ...reportNamed(payload.reportId) } }),
})
