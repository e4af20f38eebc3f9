import { TestWorkflowEnvironment } from '@temporalio/testing'
import { findTimeSkippingServer } from '../../infra/local-servers/temporal/time-skipping-server.ts'
import { installNativeRuntime } from '../../infra/temporal/native-runtime.ts'

/**
 * A real Temporal server whose clock skips ahead while nothing is due. One workflow at a time: with several, its clock overtakes their tasks.
 * Given back with `teardown()`.
 */
export async function createTimeSkippingEnvironment(): Promise<TestWorkflowEnvironment> {
  installNativeRuntime('ERROR')
  const { path } = await findTimeSkippingServer((line) => console.log(line))
  // The SDK gives a server five seconds to answer; Java on a machine that is busy with other tests may need a second try.
  for (let tries = 1; ; tries += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })
    } catch (error) {
      if (tries === 6 || !(error instanceof Error && error.message.startsWith('Failed to start ephemeral server'))) throw error
    }
  }
}
