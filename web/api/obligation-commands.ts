import { z } from '@hono/zod-openapi'
import { acceptReport } from '../../activities/commands/obligation/accept-report.ts'
import { acknowledgeReport } from '../../activities/commands/obligation/acknowledge-report.ts'
import type { ObligationCommandName } from '../../activities/commands/obligation/change-obligation.ts'
import { completeReport } from '../../activities/commands/obligation/complete-report.ts'
import { returnReport } from '../../activities/commands/obligation/return-report.ts'
import { stateCircumstances } from '../../activities/commands/obligation/state-circumstances.ts'
import { submitReport } from '../../activities/commands/obligation/submit-report.ts'
import { withdrawReport } from '../../activities/commands/obligation/withdraw-report.ts'
import { questionnaire } from '../../domain/report/questionnaire.ts'

/** An address of its own for a command of the registry, below its obligation. */
export type ObligationRoute = {
  readonly name: ObligationCommandName
  /** Below `/api/obligations/{id}`. */
  readonly path: string
  readonly summary: string
  /** The command's payload without the obligation, which the address names. */
  readonly body: z.ZodType<object>
  /** The body as the description shows it, where that is another. */
  readonly described?: z.ZodType
  readonly bodyMayBeEmpty: boolean
  /** The body may be the questionnaire itself, or have it under this name. */
  readonly bare?: 'report'
}

/** Which of the two it is, and of which fields, the obligation says: `GET /api/obligations/{id}` lists the fields of a kind in `form`. */
const anyReport = z.union([
  questionnaire.describe('On the submission or the referral of an instrument: the questionnaire'),
  z
    .record(z.string(), z.unknown())
    .describe(
      'On what declares its own fields: each by its name. A day is 2026-06-13; a choice one of its values; yes-no true or false; a group an object of its fields; a list an array of texts or of such objects; documents an array of { label, name, mediaType, content }, the content in base64',
    ),
])

const inAddress = { obligation: true } as const
const completion = completeReport.definition.payload.omit(inAddress)

/** Everything that may be asked of one obligation over HTTP. */
export const obligationRoutes: readonly ObligationRoute[] = [
  {
    name: 'submit-report',
    path: '/reports',
    summary: 'Report on an obligation. Every field may be absent; what a complete report lacks comes back in the receipt.',
    body: submitReport.definition.payload.omit(inAddress),
    described: anyReport,
    bodyMayBeEmpty: false,
    bare: 'report',
  },
  {
    name: 'complete-report',
    path: '/reports/completion',
    summary: 'Add to an earlier report what it lacked: the fields given replace the earlier ones. `completes` names the report; without it, the newest.',
    body: completion,
    described: z.union([anyReport, completion]),
    bodyMayBeEmpty: false,
    bare: 'report',
  },
  {
    name: 'return-report',
    path: '/reports/return',
    summary: 'Send a report back for completion (reviewer). `due` defaults to the days that its kind gives.',
    body: returnReport.definition.payload.omit(inAddress),
    bodyMayBeEmpty: false,
  },
  {
    name: 'accept-report',
    path: '/reports/acceptance',
    summary: 'Close the review of a complete report (reviewer).',
    body: acceptReport.definition.payload.omit(inAddress),
    bodyMayBeEmpty: true,
  },
  {
    name: 'withdraw-report',
    path: '/reports/withdrawal',
    summary: 'Withdraw a report (the one who sent it).',
    body: withdrawReport.definition.payload.omit(inAddress),
    bodyMayBeEmpty: true,
  },
  {
    name: 'acknowledge-report',
    path: '/reports/acknowledgement',
    summary: 'Have the receipt of a report acknowledged by letter.',
    body: acknowledgeReport.definition.payload.omit(inAddress),
    bodyMayBeEmpty: true,
  },
  {
    name: 'state-exceptional-circumstances',
    path: '/circumstances',
    summary: 'State exceptional circumstances. They are recorded, never judged; no reminder goes at 12 months after them.',
    body: stateCircumstances.definition.payload.omit(inAddress),
    bodyMayBeEmpty: false,
  },
]
