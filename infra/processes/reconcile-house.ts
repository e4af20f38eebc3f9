import type { Reconciled } from '../../activities/workflow-activities.ts'
import { taskQueue } from '../../workflows/messages.ts'
import type { Config } from '../config.ts'
import { layoutOf } from '../house-layout.ts'
import { findTemporalBinary } from '../temporal/binary.ts'
import { connectClient, type TemporalSettings } from '../temporal/connection.ts'
import { startLocalServer } from '../temporal/local-server.ts'
import { reconcile } from '../temporal/reconcile.ts'
import { createWaker } from '../temporal/waker.ts'
import { houseName, localNamespace } from './names.ts'
import { unlessStopped } from './told-to-stop.ts'
import { type HouseAtHand, withHouse } from './with-house.ts'

/** Compares a house's record with its Temporal: the one running, else one started on its file for the moment. */
export const reconcileHouse = (dataDirectory: string, config: Config, stopping: AbortSignal): Promise<Reconciled> =>
  withHouse(dataDirectory, { config, purpose: 'change', stopping }, async (house) => {
    const settings = config.temporal ?? house.running?.temporal ?? null
    if (settings !== null) return reconciled(house, settings)
    const { path } = await findTemporalBinary((line) => void process.stderr.write(`${line}\n`))
    const databaseFile = layoutOf(house.dataDirectory).temporal
    const server = await startLocalServer({ binary: path, namespace: localNamespace, databaseFile, uiPort: null, endsWithProcess: true })
    try {
      return await unlessStopped(reconciled(house, server), stopping)
    } finally {
      await server.stop()
    }
  })

async function reconciled({ open }: HouseAtHand, settings: TemporalSettings): Promise<Reconciled> {
  const client = await connectClient(settings)
  try {
    const waker = createWaker({ client, house: houseName, taskQueue })
    return await reconcile({ house: open.office, pool: open.pool, client, houseName, waker })
  } finally {
    await client.connection.close()
  }
}
