import type { Client } from '@temporalio/client'
import type { Pool } from 'pg'
import type { House } from '../../activities/house.ts'
import { type Differences, findDifferences, repair } from '../../activities/reconcile.ts'
import type { Reconciled } from '../../activities/workflow-activities.ts'
import { type HouseName, workflowId, workflowTypes } from '../../workflows/messages.ts'
import { createRecordIndex } from './record-index.ts'
import { createWorkflows } from './running-workflows.ts'
import { rethrowPlainly, type Waker } from './waker.ts'

export type Reconciliation = {
  readonly house: House
  /** Of the service's login. */
  readonly pool: Pool
  readonly client: Client
  readonly houseName: HouseName
  readonly waker: Waker
}

/** What the record waits for and Temporal does not run, and the other way round. Changes nothing. */
export const differences = ({ house, pool, client, houseName, waker }: Reconciliation): Promise<Differences> =>
  findDifferences(house, createRecordIndex(pool), createWorkflows(client, houseName, waker))

/** Compares the whole record with Temporal and starts what is missing. Safe to run at any time, and by two at once. */
export async function reconcile(reconciliation: Reconciliation): Promise<Reconciled> {
  const { client, houseName, waker } = reconciliation
  return repair(createWorkflows(client, houseName, waker), await differences(reconciliation))
}

/** Has the record reconciled each night from now on; where that is so already, changes nothing. A rehearsal has no nights. */
export async function reconcileNightly(client: Client, houseName: HouseName, taskQueue: string): Promise<void> {
  await client.workflow
    .start(workflowTypes.reconcile, { taskQueue, workflowId: workflowId.reconcile(houseName), workflowIdConflictPolicy: 'USE_EXISTING', args: [] })
    .catch(rethrowPlainly)
}
