import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import type { TimedRoom, TimeKept, Workflows } from '../../activities/reconcile.ts'
import { type HouseName, workflowId, workflowTypes } from '../../workflows/messages.ts'
import { rethrowPlainly, TemporalAway, timedParts, type Waker } from './waker.ts'

const rooms: readonly TimedRoom[] = ['obligation', 'correspondence', 'cycle']

/** The workflows of one house, as Temporal lists them. */
export function createWorkflows(client: Client, house: HouseName, waker: Waker): Workflows {
  const types = rooms.map((room) => `'${workflowTypes[room]}'`).join(', ')
  const query = `ExecutionStatus = 'Running' AND WorkflowType IN (${types}) AND WorkflowId STARTS_WITH '${house}/'`
  return {
    running: async () => {
      const found = new Set<TimeKept>()
      for await (const { workflowId: id } of listed(client, query)) found.add(id.slice(house.length + 1) as TimeKept)
      return found
    },

    isRunning: async (kept) => {
      const { room, id } = timedParts(kept)
      try {
        const { status } = await client.workflow.getHandle(workflowId[room](house, id)).describe()
        return status.name === 'RUNNING'
      } catch (error) {
        // This is the question that was asked: elsewhere a workflow that is not found is a failure.
        if (error instanceof WorkflowNotFoundError) return false
        return rethrowPlainly(error)
      }
    },

    wakeAll: async (positions) => {
      const [first] = await waker.wakeAll(positions)
      if (first !== undefined) throw new TemporalAway(`Temporal would not have ${first.kept}: ${first.code}`)
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
