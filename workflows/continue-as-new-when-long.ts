import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow'

export const historyIsLong = (): boolean => workflowInfo().continueAsNewSuggested

/** Goes on as a new run of the same workflow: nothing is carried over but its arguments, for the record holds the rest. */
export async function continueAsNewWhenLong(...sameArguments: readonly string[]): Promise<never> {
  await condition(allHandlersFinished)
  return continueAsNew(...sameArguments)
}
