import type { z } from 'zod'
import type { Asked } from '../command.ts'
import type { House } from '../house.ts'
import type { Changed } from './change-obligation.ts'
import { type ObligationCommandName, obligationPayloads, type PayloadOf } from './report-payload.ts'
import { acceptReport, acknowledgeReport, returnReport, stateCircumstances, withdrawReport } from './review-report.ts'
import { completeReport, submitReport } from './submit-report.ts'

type Given = { readonly [Name in ObligationCommandName]: (house: House, asked: Asked, id: string, payload: PayloadOf<Name>) => Promise<Changed> }

const given: Given = {
  'submit-report': async (house, asked, id, { report }) => (await submitReport(house, asked, id, report)).changed,
  'complete-report': async (house, asked, id, { report, completes }) => (await completeReport(house, asked, id, report, completes)).changed,
  'withdraw-report': withdrawReport,
  'return-report': returnReport,
  'accept-report': acceptReport,
  'acknowledge-report': acknowledgeReport,
  'state-exceptional-circumstances': stateCircumstances,
}

/**
 * Gives a command by its name, as scenarios and the command line do: the same use cases as the API's routes.
 *
 * @throws ZodError when the payload is not well formed; Refusal when a rule says no
 */
export function giveCommand<Name extends ObligationCommandName>(house: House, asked: Asked, name: Name, id: string, payload: unknown): Promise<Changed> {
  return given[name](house, asked, id, (obligationPayloads[name] as unknown as z.ZodType<PayloadOf<Name>>).parse(payload))
}
