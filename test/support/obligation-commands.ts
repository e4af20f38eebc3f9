import type { CommandMetadata } from '../../activities/command.ts'
import { type Changed, changeObligation, type ObligationCommandName } from '../../activities/commands/obligation/change-obligation.ts'
import type { UseCaseContext } from '../../activities/use-case-context.ts'

const giving =
  (name: ObligationCommandName) =>
  (context: UseCaseContext, metadata: CommandMetadata, obligation: string, payload: object): Promise<Changed> =>
    changeObligation(context, metadata, name, { ...payload, obligation })

const receiving = async (given: Promise<Changed>) => {
  const changed = await given
  if (changed.receipt === null) throw new TypeError('No report came in')
  return { ...changed.receipt, changed }
}

type Answer = Readonly<Record<string, unknown>>

export const submitReport = (context: UseCaseContext, metadata: CommandMetadata, obligation: string, report: Answer) =>
  receiving(giving('submit-report')(context, metadata, obligation, { report }))

export const completeReport = (context: UseCaseContext, metadata: CommandMetadata, obligation: string, report: Answer, completes?: string) =>
  receiving(giving('complete-report')(context, metadata, obligation, { report, completes }))

export const withdrawReport = giving('withdraw-report')
export const returnReport = giving('return-report')
export const acceptReport = giving('accept-report')
export const acknowledgeReport = giving('acknowledge-report')
export const stateCircumstances = giving('state-exceptional-circumstances')
