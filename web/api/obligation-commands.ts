import { z } from '@hono/zod-openapi'
import type { CommandMetadata } from '../../activities/command.ts'
import type { Changed } from '../../activities/obligation/change-obligation.ts'
import { type ObligationCommandName, obligationPayloads, type PayloadOf } from '../../activities/obligation/report-payload.ts'
import { acceptReport, acknowledgeReport, returnReport, stateCircumstances, withdrawReport } from '../../activities/obligation/review-report.ts'
import { completeReport, type Receipt, submitReport } from '../../activities/obligation/submit-report.ts'
import type { UseCaseContext } from '../../activities/use-case-context.ts'
import { questionnaire } from '../../domain/report/questionnaire.ts'

/** What a command did, and for a report its receipt. */
export type Done = { readonly changed: Changed; readonly receipt?: Receipt }

export type ObligationRoute = {
  readonly name: ObligationCommandName
  /** Below `/api/obligations/{id}`. */
  readonly path: string
  readonly summary: string
  /** The body as the description shows it. */
  readonly described: z.ZodType
  readonly bodyMayBeEmpty: boolean
  /** The body may be the questionnaire itself, or have it under this name. */
  readonly bare?: 'report'
  readonly take: (installation: UseCaseContext, metadata: CommandMetadata, id: string, payload: unknown) => Promise<Done>
}

/** The payload was checked against the schema of its command before it comes here. */
const taking =
  <Name extends ObligationCommandName>(
    _: Name,
    take: (installation: UseCaseContext, metadata: CommandMetadata, id: string, payload: PayloadOf<Name>) => Promise<Done>,
  ) =>
  (installation: UseCaseContext, metadata: CommandMetadata, id: string, payload: unknown) =>
    take(installation, metadata, id, payload as PayloadOf<Name>)

const changing = async (changed: Promise<Changed>): Promise<Done> => ({ changed: await changed })
const receiving = async (receipt: Promise<Receipt>): Promise<Done> => ({ changed: (await receipt).changed, receipt: await receipt })

/** Which of the two it is, and of which fields, the obligation says: `GET /api/obligations/{id}` lists the fields of a kind in `form`. */
const anyReport = z.union([
  questionnaire.describe('On the submission or the referral of an instrument: the questionnaire'),
  z
    .record(z.string(), z.unknown())
    .describe(
      'On what declares its own fields: each by its name. A day is 2026-06-13; a choice one of its values; yes-no true or false; a group an object of its fields; a list an array of texts or of such objects; documents an array of { label, name, mediaType, content }, the content in base64',
    ),
])

/** Everything that may be asked of one obligation over HTTP. */
export const obligationRoutes: readonly ObligationRoute[] = [
  {
    name: 'submit-report',
    path: '/reports',
    summary: 'Report on an obligation. Every field may be absent; what a complete report lacks comes back in the receipt.',
    described: anyReport,
    bodyMayBeEmpty: false,
    bare: 'report',
    take: taking('submit-report', (installation, metadata, id, { report }) => receiving(submitReport(installation, metadata, id, report))),
  },
  {
    name: 'complete-report',
    path: '/reports/completion',
    summary: 'Add to an earlier report what it lacked: the fields given replace the earlier ones. `completes` names the report; without it, the newest.',
    described: z.union([anyReport, obligationPayloads['complete-report']]),
    bodyMayBeEmpty: false,
    bare: 'report',
    take: taking('complete-report', (installation, metadata, id, { report, completes }) =>
      receiving(completeReport(installation, metadata, id, report, completes)),
    ),
  },
  {
    name: 'return-report',
    path: '/reports/return',
    summary: 'Send a report back for completion (reviewer). `due` defaults to the days that its kind gives.',
    described: obligationPayloads['return-report'],
    bodyMayBeEmpty: false,
    take: taking('return-report', (installation, metadata, id, payload) => changing(returnReport(installation, metadata, id, payload))),
  },
  {
    name: 'accept-report',
    path: '/reports/acceptance',
    summary: 'Close the review of a complete report (reviewer).',
    described: obligationPayloads['accept-report'],
    bodyMayBeEmpty: true,
    take: taking('accept-report', (installation, metadata, id, payload) => changing(acceptReport(installation, metadata, id, payload))),
  },
  {
    name: 'withdraw-report',
    path: '/reports/withdrawal',
    summary: 'Withdraw a report (the one who sent it).',
    described: obligationPayloads['withdraw-report'],
    bodyMayBeEmpty: true,
    take: taking('withdraw-report', (installation, metadata, id, payload) => changing(withdrawReport(installation, metadata, id, payload))),
  },
  {
    name: 'acknowledge-report',
    path: '/reports/acknowledgement',
    summary: 'Have the receipt of a report acknowledged by letter.',
    described: obligationPayloads['acknowledge-report'],
    bodyMayBeEmpty: true,
    take: taking('acknowledge-report', (installation, metadata, id, payload) => changing(acknowledgeReport(installation, metadata, id, payload))),
  },
  {
    name: 'state-exceptional-circumstances',
    path: '/circumstances',
    summary: 'State exceptional circumstances. They are recorded, never judged; no reminder goes at 12 months after them.',
    described: obligationPayloads['state-exceptional-circumstances'],
    bodyMayBeEmpty: false,
    take: taking('state-exceptional-circumstances', (installation, metadata, id, payload) => changing(stateCircumstances(installation, metadata, id, payload))),
  },
]
