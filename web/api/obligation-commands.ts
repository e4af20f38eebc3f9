import { z } from '@hono/zod-openapi'
import type { Asked } from '../../activities/command.ts'
import type { House } from '../../activities/house.ts'
import type { Changed } from '../../activities/obligation/change-obligation.ts'
import { type ObligationCommandName, obligationPayloads, type PayloadOf } from '../../activities/obligation/report-payload.ts'
import { acceptReport, acknowledgeReport, returnReport, stateCircumstances, withdrawReport } from '../../activities/obligation/review-report.ts'
import { completeReport, type Receipt, submitReport } from '../../activities/obligation/submit-report.ts'
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
  readonly take: (house: House, asked: Asked, id: string, payload: unknown) => Promise<Done>
}

/** The payload was checked against the schema of its command before it comes here. */
const taking =
  <Name extends ObligationCommandName>(_: Name, take: (house: House, asked: Asked, id: string, payload: PayloadOf<Name>) => Promise<Done>) =>
  (house: House, asked: Asked, id: string, payload: unknown) =>
    take(house, asked, id, payload as PayloadOf<Name>)

const changing = async (changed: Promise<Changed>): Promise<Done> => ({ changed: await changed })
const receiving = async (receipt: Promise<Receipt>): Promise<Done> => ({ changed: (await receipt).changed, receipt: await receipt })

/** Which of the two it is, and of which fields, the obligation says: `GET /api/obligations/{id}` lists the fields of a kind in `form`. */
const anyReport = z.union([
  questionnaire.describe('On the submission or the referral of an instrument: the questionnaire'),
  z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe('On what a row of a plan asks: the fields of its kind by name, days as 2026-06-13, words, numbers, true or false'),
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
    take: taking('submit-report', (house, asked, id, { report }) => receiving(submitReport(house, asked, id, report))),
  },
  {
    name: 'complete-report',
    path: '/reports/completion',
    summary: 'Add to an earlier report what it lacked: the fields given replace the earlier ones. `completes` names the report; without it, the newest.',
    described: z.union([anyReport, obligationPayloads['complete-report']]),
    bodyMayBeEmpty: false,
    bare: 'report',
    take: taking('complete-report', (house, asked, id, { report, completes }) => receiving(completeReport(house, asked, id, report, completes))),
  },
  {
    name: 'return-report',
    path: '/reports/return',
    summary: 'Send a report back for completion (reviewer). `due` defaults to the days that its kind gives.',
    described: obligationPayloads['return-report'],
    bodyMayBeEmpty: false,
    take: taking('return-report', (house, asked, id, payload) => changing(returnReport(house, asked, id, payload))),
  },
  {
    name: 'accept-report',
    path: '/reports/acceptance',
    summary: 'Close the review of a complete report (reviewer).',
    described: obligationPayloads['accept-report'],
    bodyMayBeEmpty: true,
    take: taking('accept-report', (house, asked, id, payload) => changing(acceptReport(house, asked, id, payload))),
  },
  {
    name: 'withdraw-report',
    path: '/reports/withdrawal',
    summary: 'Withdraw a report (the one who sent it).',
    described: obligationPayloads['withdraw-report'],
    bodyMayBeEmpty: true,
    take: taking('withdraw-report', (house, asked, id, payload) => changing(withdrawReport(house, asked, id, payload))),
  },
  {
    name: 'acknowledge-report',
    path: '/reports/acknowledgement',
    summary: 'Have the receipt of a report acknowledged by letter.',
    described: obligationPayloads['acknowledge-report'],
    bodyMayBeEmpty: true,
    take: taking('acknowledge-report', (house, asked, id, payload) => changing(acknowledgeReport(house, asked, id, payload))),
  },
  {
    name: 'state-exceptional-circumstances',
    path: '/circumstances',
    summary: 'State exceptional circumstances. They are recorded, never judged; no reminder goes at 12 months after them.',
    described: obligationPayloads['state-exceptional-circumstances'],
    bodyMayBeEmpty: false,
    take: taking('state-exceptional-circumstances', (house, asked, id, payload) => changing(stateCircumstances(house, asked, id, payload))),
  },
]
