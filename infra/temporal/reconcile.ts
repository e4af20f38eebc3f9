import type { Client } from '@temporalio/client'
import type { Pool } from 'pg'
import { type Differences, findDifferences, repair } from '../../activities/reconcile.ts'
import type { UseCaseContext } from '../../activities/use-case-context.ts'
import type { Reconciled } from '../../activities/workflow-activities.ts'
import { type InstallationName, workflowId, workflowTypes } from '../../workflows/messages.ts'
import { createRecordIndex } from './record-index.ts'
import { createWorkflows } from './running-workflows.ts'
import { rethrowPlainly, type Waker } from './waker.ts'

export type Reconciliation = {
  readonly installation: UseCaseContext
  /** Of the service's login. */
  readonly pool: Pool
  readonly client: Client
  readonly installationName: InstallationName
  readonly waker: Waker
}

/** What the record waits for and Temporal does not run, and the other way round. Changes nothing. */
export const differences = ({ installation, pool, client, installationName, waker }: Reconciliation): Promise<Differences> =>
  findDifferences(installation, createRecordIndex(pool), createWorkflows(client, installationName, waker))

/** Compares the whole record with Temporal and starts what is missing. Safe to run at any time, and by two at once. */
export async function reconcile(reconciliation: Reconciliation): Promise<Reconciled> {
  const { client, installationName, waker } = reconciliation
  return repair(createWorkflows(client, installationName, waker), await differences(reconciliation))
}

/** Has the record reconciled each night from now on; where that is so already, changes nothing. A rehearsal has no nights. */
export async function reconcileNightly(client: Client, installationName: InstallationName, taskQueue: string): Promise<void> {
  await client.workflow
    .start(workflowTypes.reconcile, { taskQueue, workflowId: workflowId.reconcile(installationName), workflowIdConflictPolicy: 'USE_EXISTING', args: [] })
    .catch(rethrowPlainly)
}
