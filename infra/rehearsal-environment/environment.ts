import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { NotDelivered } from '../../activities/correspondence/deliver-letter.ts'
import type { DeliveryContext } from '../../activities/use-case-context.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { createProjection, type Projection } from '../../rehearsal/projection.ts'
import { createTurns, type Turns } from '../../rehearsal/turns.ts'
import { taskQueue } from '../../workflows/messages.ts'
import { createRehearsalClock, type RehearsalClock } from '../clock/rehearsal-clock.ts'
import { migrate } from '../event-store/migrate.ts'
import { type OpenInstallation, openInstallation } from '../installation/installation.ts'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import { projectRoot } from '../installation/project-root.ts'
import { passwordsOf } from '../local-servers/postgres/data-directory.ts'
import { startPostgres } from '../local-servers/postgres/start-postgres.ts'
import { findTemporalBinary } from '../local-servers/temporal/binary.ts'
import { startLocalServer } from '../local-servers/temporal/local-server.ts'
import { startSink } from '../mail/sink.ts'
import { sinkPostOffice } from '../mail/sink-post-office.ts'
import { provisionDatabase } from '../postgres/provision-database.ts'
import { connectionsOf } from '../postgres/roles.ts'
import { checkpointInMemory } from '../subscriptions/checkpoint.ts'
import { createSubscription } from '../subscriptions/subscription.ts'
import { bindActivities, type WorkflowActivities } from '../temporal/bind-activities.ts'
import { connectClient, connectWorker } from '../temporal/connection.ts'
import { installNativeRuntime } from '../temporal/native-runtime.ts'
import { createWaker, type Waker } from '../temporal/waker.ts'
import { createWorker } from '../temporal/worker.ts'
import { createClosing, stopped } from './closing.ts'

export type Progress = {
  readonly doing: 'starting' | 'playing' | 'closing'
  readonly day: CalendarDate
  readonly from: CalendarDate
  readonly until: CalendarDate
}

/** Everything real that a play needs, and nothing that outlives it but the record and the captured letters. */
export type RehearsalEnvironment = {
  readonly office: DeliveryContext
  readonly clock: RehearsalClock
  readonly projection: Projection
  readonly turns: Turns
  readonly catchUp: () => Promise<unknown>
  readonly waker: Waker
  readonly client: Client
  /** Of the service's login. */
  readonly serviceUrl: string
  /** Never resolves; rejects when the worker dies. */
  readonly failed: Promise<never>
  close(): Promise<void>
}

type EnvironmentSettings = {
  readonly dataDirectory: string
  readonly first: CalendarDate
  readonly seed: string
  readonly report: (doing: Progress['doing']) => void
  readonly stopping: AbortSignal
}

/** @throws ClosedFolder, ProgramMissing, LocalServerFailed: each says what to do. What was started is ended again. */
export async function openEnvironment({ dataDirectory, first, seed, report, stopping }: EnvironmentSettings): Promise<RehearsalEnvironment> {
  const { keep, close } = createClosing()
  report('starting')
  const startingSink = startSink({ dataDirectory }).then(keep((each) => each.close()))
  const startingPostgres = startPostgres({ dataDir: layoutOf(dataDirectory).postgres }).then(keep(({ stop }) => stop()))
  const startingTemporal = temporalServer().then(keep(({ stop }) => stop()))
  try {
    const [postgres, temporal, sink] = await Promise.race([Promise.all([startingPostgres, startingTemporal, startingSink]), stopped(stopping)])
    const ownerUrl = await provisionDatabase(postgres.url, installationDatabase)
    const passwords = passwordsOf(layoutOf(dataDirectory).postgres)
    await migrate(ownerUrl, { kind: 'rehearsal', passwords })
    const serviceUrl = connectionsOf(ownerUrl, passwords).service
    const clock = createRehearsalClock(first)
    const postOffice = sinkPostOffice(sink.url, dataDirectory)
    const installation = await openInstallation({ serviceUrl, clock, postOffice, rehearsal: { seed }, connections: 12 }).then(keep((each) => each.close()))

    const client = await connectClient(temporal).then(keep((each) => each.connection.close()))
    // Only here: installed and never connected, it would hold its process for ever. Standard output is the answer's alone.
    installNativeRuntime('WARN', ({ level, message }) => void process.stderr.write(`Temporal ${level.toLowerCase()}: ${message}\n`))
    const connection = await connectWorker(temporal).then(keep((each) => each.close()))
    const { projection, catchUp, stop } = projectRecord(installation)
    keep(stop)(null)
    const turns = createTurns(projection)
    const worker = await createWorker({
      connection,
      namespace: temporal.namespace,
      taskQueue,
      workflows: { bundlePath: join(projectRoot(), 'dist', 'workflow-bundle.js') },
      activities: activitiesOf(installation.office, clock, projection, turns),
    }).then(keep((each) => each.stop()))
    const failed = worker.run().then(
      () => new Promise<never>(() => undefined),
      (cause: unknown) => {
        projection.fail(new Error('The worker ended in the middle of the play', { cause }))
        throw cause
      },
    )
    failed.catch(() => undefined)
    const waker = createWaker({ client, installation: 'rehearsal', taskQueue })
    return { office: installation.office, clock, projection, turns, catchUp, waker, client, serviceUrl, failed, close }
  } catch (error) {
    // Temporal may still be being built: it ends with this process.
    await Promise.allSettled([startingPostgres, startingSink])
    await close()
    throw error
  }
}

/** Folds the record in memory while it grows. */
function projectRecord({ office: { log }, pool }: OpenInstallation) {
  const projection = createProjection()
  const handle = async (events: readonly RecordedEvent[]) => projection.handle(events)
  const subscription = createSubscription({ name: 'rehearsal', log, pool, from: checkpointInMemory(), handle, leader: false })
  const ended = new AbortController()
  const running = subscription.run(ended.signal).catch(projection.fail)
  const stop = async () => {
    ended.abort()
    await running
  }
  return { projection, catchUp: () => subscription.catchUp(), stop }
}

/** Steps and letters meet a day by hands of their own. */
function activitiesOf(office: DeliveryContext, clock: RehearsalClock, projection: Projection, turns: Turns): WorkflowActivities {
  const binding = {
    zones: [],
    reconcile: () => Promise.reject(new TypeError('A rehearsal is never reconciled: its Temporal is thrown away')),
    report: (activity: keyof WorkflowActivities, cause: unknown) => {
      // The letter waits and is tried again; anything else would never let the rehearsal come to rest.
      if (!(cause instanceof NotDelivered)) projection.fail(new Error(`${activity} failed in the rehearsal`, { cause }))
    },
  }
  const { nextLetter, deliverLetter } = bindActivities({ ...binding, office: { ...office, clock: clock.forLetters } })
  const steps = bindActivities({ ...binding, office: { ...office, clock: clock.forSteps } })
  return { ...steps, nextStep: (obligation) => turns.inTurn(obligation, () => steps.nextStep(obligation)), nextLetter, deliverLetter }
}

const temporalServer = async () => {
  const { path } = await findTemporalBinary(() => undefined)
  return startLocalServer({ binary: path, namespace: 'rehearsal', uiPort: null, endsWithProcess: true, logLevel: 'error' })
}
