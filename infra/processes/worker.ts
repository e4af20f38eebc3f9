import { join } from 'node:path'
import { taskQueue } from '../../workflows/messages.ts'
import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { projectRoot } from '../installation/project-root.ts'
import { bindActivities } from '../temporal/bind-activities.ts'
import { connectClient, connectWorker } from '../temporal/connection.ts'
import { namespaceId } from '../temporal/namespace-id.ts'
import { installNativeRuntime } from '../temporal/native-runtime.ts'
import { reconcile, reconcileNightly } from '../temporal/reconcile.ts'
import { createTemporalMemory } from '../temporal/temporal-memory.ts'
import { createWaker } from '../temporal/waker.ts'
import { createWakerSubscription } from '../temporal/waker-subscription.ts'
import { createWorker } from '../temporal/worker.ts'
import { installationName } from './names.ts'
import { runPart, untilStopRequested } from './run-process.ts'

await runPart('worker', async ({ settings, signal, ready, log }) => {
  const { office, pool, seeds, close } = await openLiveInstallation(settings, 16)
  const { temporal } = settings
  installNativeRuntime('WARN', ({ level, message, meta }) => log[level === 'ERROR' ? 'error' : 'warn']({ ...meta }, message))
  const [client, connection] = [await connectClient(temporal), await connectWorker(temporal)]
  const waker = createWaker({ client, installation: installationName, taskQueue })
  const reconciled = () => reconcile({ installation: office, pool, client, installationName, waker })

  const worker = await createWorker({
    connection,
    namespace: temporal.namespace,
    taskQueue,
    workflows: { bundlePath: join(projectRoot(), 'dist', 'workflow-bundle.js') },
    activities: bindActivities({
      office,
      zones: seeds.organizations.map(({ organization }) => organization.seat.zone),
      reconcile: reconciled,
      report: (activity, error) => log.error({ activity, err: error }, 'an activity failed'),
    }),
  })
  // Another Temporal than before has no nights of ours.
  const nightly = () => reconcileNightly(client, installationName, taskQueue)
  const wakerSubscription = createWakerSubscription({
    ...{ log: office.log, pool, waker, reconcile: reconciled },
    memory: createTemporalMemory(pool),
    namespaceId: () => namespaceId(client),
    report: ({ kind, ...news }) => {
      log[kind === 'reconciled' ? 'info' : 'warn'](news, kind)
      if (kind === 'reconciled') void nightly().catch((error: unknown) => log.warn({ err: error }, 'the nights are not reconciled yet'))
    },
  })
  const ended = new AbortController()
  const until = AbortSignal.any([signal, ended.signal])
  try {
    const working = worker.run()
    await nightly()
    ready()
    await Promise.race([working, wakerSubscription.run(until), untilStopRequested(signal)])
  } finally {
    ended.abort()
    await worker.stop()
    await connection.close()
    await client.connection.close()
    await close()
  }
})
