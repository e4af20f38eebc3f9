import { TestWorkflowEnvironment } from '@temporalio/testing'
import { findTimeSkippingServer } from '../../infra/temporal/time-skipping-server.ts'

/**
 * A real Temporal server whose clock skips ahead while nothing is due. One workflow at a time: with several, its clock overtakes their tasks.
 * Given back with `teardown()`.
 */
export async function createTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  const { path } = await findTimeSkippingServer((line) => console.log(line))
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })
}
