import type { z } from 'zod'
import type { CommandMetadata } from '../command.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import type { Changed } from './change-obligation.ts'
import { type ObligationCommandName, obligationPayloads, type PayloadOf } from './report-payload.ts'
import { acceptReport, acknowledgeReport, returnReport, stateCircumstances, withdrawReport } from './review-report.ts'
import { completeReport, submitReport } from './submit-report.ts'

type Given = {
  readonly [Name in ObligationCommandName]: (context: UseCaseContext, metadata: CommandMetadata, id: string, payload: PayloadOf<Name>) => Promise<Changed>
}

const given: Given = {
  'submit-report': async (context, metadata, id, { report }) => (await submitReport(context, metadata, id, report)).changed,
  'complete-report': async (context, metadata, id, { report, completes }) => (await completeReport(context, metadata, id, report, completes)).changed,
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
export function giveCommand<Name extends ObligationCommandName>(
  context: UseCaseContext,
  metadata: CommandMetadata,
  name: Name,
  id: string,
  payload: unknown,
): Promise<Changed> {
  return given[name](context, metadata, id, (obligationPayloads[name] as unknown as z.ZodType<PayloadOf<Name>>).parse(payload))
}
