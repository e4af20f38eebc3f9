import type { Reconciled } from '../../activities/workflow-activities.ts'
import { taskQueue } from '../../workflows/messages.ts'
import { layoutOf } from '../installation/layout.ts'
import type { Config } from '../installation/settings.ts'
import { findTemporalBinary } from '../local-servers/temporal/binary.ts'
import { startLocalServer } from '../local-servers/temporal/local-server.ts'
import { installationName, localNamespace } from '../processes/names.ts'
import { connectClient, type TemporalSettings } from '../temporal/connection.ts'
import { reconcile } from '../temporal/reconcile.ts'
import { createWaker } from '../temporal/waker.ts'
import { unlessStopped } from './stop-requested.ts'
import { type AvailableInstallation, withInstallation } from './with-installation.ts'

/** Compares an installation's record with its Temporal: the one running, else one started on its file for the moment. */
export const reconcileInstallation = (dataDirectory: string, config: Config, stopping: AbortSignal): Promise<Reconciled> =>
  withInstallation(dataDirectory, { config, purpose: 'change', stopping }, async (installation) => {
    const settings = config.temporal ?? installation.running?.temporal ?? null
    if (settings !== null) return reconciled(installation, settings)
    const { path } = await findTemporalBinary((line) => void process.stderr.write(`${line}\n`))
    const databaseFile = layoutOf(installation.dataDirectory).temporal
    const server = await startLocalServer({ binary: path, namespace: localNamespace, databaseFile, uiPort: null, endsWithProcess: true })
    try {
      return await unlessStopped(reconciled(installation, server), stopping)
    } finally {
      await server.stop()
    }
  })

async function reconciled({ open }: AvailableInstallation, settings: TemporalSettings): Promise<Reconciled> {
  const client = await connectClient(settings)
  try {
    const waker = createWaker({ client, installation: installationName, taskQueue })
    return await reconcile({ installation: open.office, pool: open.pool, client, installationName, waker })
  } finally {
    await client.connection.close()
  }
}
