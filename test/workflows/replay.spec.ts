import { Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installNativeRuntime } from '../../infra/temporal/native-runtime.ts'
import { historyOf, keptHistories } from '../support/histories.ts'
import { bundleWorkflows, type WorkflowBundle } from '../support/workflow-bundle.ts'

let bundle: WorkflowBundle
beforeAll(async () => {
  installNativeRuntime('ERROR')
  bundle = await bundleWorkflows()
})
afterAll(() => bundle.remove())

// Recorded from runs of the time-skipping tests: RECORD_HISTORIES=1 keeps theirs anew.
describe('a workflow that may be running', () => {
  it('has a recorded history for each of its kinds', () => {
    const kinds = keptHistories().map(({ text }) => historyOf(text).events?.[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name)
    expect([...new Set(kinds)].sort()).toStrictEqual(['correspond', 'followObligation', 'reconcile', 'runCycle'])
  })

  it.each(keptHistories())('decides today as it did when $name was recorded', async ({ name, text }) => {
    expect(await replay(name, text)).toBeUndefined()
  })

  it('is found out where it decides otherwise: a letter delivered by an activity of another name', async () => {
    const bent = textOf('correspond-one-letter').replaceAll('"deliverLetter"', '"postLetter"')
    expect(await replay('bent', bent)).toBeInstanceOf(DeterminismViolationError)
  })
})

const textOf = (wanted: string): string => keptHistories().find(({ name }) => name === wanted)?.text ?? ''

/** What the replay finds wrong, if anything. */
async function replay(name: string, text: string): Promise<Error | undefined> {
  const histories = [{ workflowId: name, history: historyOf(text) }]
  for await (const { error } of Worker.runReplayHistories({ workflowBundle: { code: bundle.code } }, histories)) return error
  throw new Error(`${name} was not replayed`)
}
