import { join } from 'node:path'
import type { PostOffice } from '../../activities/ports.ts'
import { taskQueue } from '../../workflows/messages.ts'
import { openLiveInstallation } from '../installation/open-live-installation.ts'
import { projectRoot } from '../installation/project-root.ts'
import { freePort } from '../local-servers/free-port.ts'
import { sinkPostOffice } from '../mail/sink-post-office.ts'
import { smtpPostOffice } from '../mail/smtp-post-office.ts'
import { readSmtpUrl } from '../mail/smtp-relay.ts'
import { measureAppends } from '../metrics/measure-appends.ts'
import { measureSubscription } from '../metrics/subscription-metrics.ts'
import { bindActivities } from '../temporal/bind-activities.ts'
import { connectClient, connectWorker, type TemporalSettings } from '../temporal/connection.ts'
import { namespaceId } from '../temporal/namespace-id.ts'
import { installNativeRuntime, nativeMetrics } from '../temporal/native-runtime.ts'
import { reconcile, reconcileNightly } from '../temporal/reconcile.ts'
import { createTemporalMemory } from '../temporal/temporal-memory.ts'
import { createWaker } from '../temporal/waker.ts'
import { createWakerSubscription } from '../temporal/waker-subscription.ts'
import { createWorker } from '../temporal/worker.ts'
import { databaseAtThisRelease, logReadable, subscriptionLed } from './checks.ts'
import { installationName } from './names.ts'
import type { ProcessSettings } from './process-settings.ts'
import { runProcess, untilStopRequested } from './run-process.ts'

await runProcess('worker', async ({ settings, signal, ready, log, metrics, addMetrics }) => {
  const { office: bare, pool, seeds, close } = await openLiveInstallation(settings, 16, postOfficeOf(settings))
  const office = { ...bare, log: measureAppends(metrics, bare.log) }
  const temporal = temporalOf(settings)
  const metricsPort = await freePort()
  installNativeRuntime('WARN', ({ level, message, meta }) => log[level === 'ERROR' ? 'error' : 'warn']({ ...meta }, message), metricsPort)
  addMetrics(() => nativeMetrics(metricsPort))
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
  measureSubscription(metrics, wakerSubscription)
  const ended = new AbortController()
  const until = AbortSignal.any([signal, ended.signal])
  try {
    const working = worker.run()
    await nightly()
    ready({
      database: databaseAtThisRelease(pool),
      log: logReadable(office.log),
      temporal: () => namespaceId(client),
      polling: async () => worker.requirePolling(),
      leader: subscriptionLed(pool, wakerSubscription.name),
    })
    await Promise.race([working, wakerSubscription.run(until), untilStopRequested(signal)])
  } finally {
    ended.abort()
    await worker.stop()
    await connection.close()
    await client.connection.close()
    await close()
  }
})

/** Through the relay of SMTP_URL, else into the sink. */
function postOfficeOf({ smtpUrl, sinkPort, dataDirectory }: ProcessSettings): PostOffice {
  return smtpUrl === undefined ? sinkPostOffice(`smtp://127.0.0.1:${sinkPort}`, dataDirectory) : smtpPostOffice(readSmtpUrl(smtpUrl))
}

function temporalOf({ temporal }: ProcessSettings): TemporalSettings {
  if (temporal === undefined) throw new TypeError('The settings of a worker name a Temporal')
  return temporal
}
