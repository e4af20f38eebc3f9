import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import type { TimedCategory, TimedStream, Workflows } from '../../activities/reconcile.ts'
import { type InstallationName, workflowId, workflowTypes } from '../../workflows/messages.ts'
import { rethrowPlainly, TemporalUnavailable, timedParts, type Waker } from './waker.ts'

const categories: readonly TimedCategory[] = ['obligation', 'correspondence', 'cycle']

/** The workflows of one installation, as Temporal lists them. */
export function createWorkflows(client: Client, installation: InstallationName, waker: Waker): Workflows {
  const types = categories.map((category) => `'${workflowTypes[category]}'`).join(', ')
  const query = `ExecutionStatus = 'Running' AND WorkflowType IN (${types}) AND WorkflowId STARTS_WITH '${installation}/'`
  return {
    running: async () => {
      const found = new Set<TimedStream>()
      for await (const { workflowId: id } of listed(client, query)) found.add(id.slice(installation.length + 1) as TimedStream)
      return found
    },

    isRunning: async (kept) => {
      const { category, id } = timedParts(kept)
      try {
        const { status } = await client.workflow.getHandle(workflowId[category](installation, id)).describe()
        return status.name === 'RUNNING'
      } catch (error) {
        // This is the question that was asked: elsewhere a workflow that is not found is a failure.
        if (error instanceof WorkflowNotFoundError) return false
        return rethrowPlainly(error)
      }
    },

    wakeAll: async (positions) => {
      const [first] = await waker.wakeAll(positions)
      if (first !== undefined) throw new TemporalUnavailable(`Temporal would not have ${first.kept}: ${first.code}`)
    },
  }
}

async function* listed(client: Client, query: string) {
  try {
    yield* client.workflow.list({ query })
  } catch (error) {
    rethrowPlainly(error)
  }
}
