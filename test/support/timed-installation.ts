import type { Clock } from '../../activities/ports.ts'
import type { TimedStream } from '../../activities/reconcile.ts'
import { type CalendarDate, day } from '../../domain/calendar/calendar-date.ts'
import { createRehearsalClock } from '../../infra/clock/rehearsal-clock.ts'
import type { LocalServer } from '../../infra/local-servers/temporal/local-server.ts'
import { bindActivities } from '../../infra/temporal/bind-activities.ts'
import { connectClient, connectWorker } from '../../infra/temporal/connection.ts'
import { namespaceId } from '../../infra/temporal/namespace-id.ts'
import { installNativeRuntime } from '../../infra/temporal/native-runtime.ts'
import { reconcile } from '../../infra/temporal/reconcile.ts'
import { createTemporalMemory } from '../../infra/temporal/temporal-memory.ts'
import { createWaker } from '../../infra/temporal/waker.ts'
import { createWakerSubscription, type WakerNews, type WakerSubscriptionSettings } from '../../infra/temporal/waker-subscription.ts'
import { createWorker } from '../../infra/temporal/worker.ts'
import { taskQueue, workflowId } from '../../workflows/messages.ts'
import type { TestInstallation } from './installation.ts'

/** A clock that stands still until it is moved, and tells every workflow to wait until it is woken. */
export type MovedClock = Clock & { moveTo(day: CalendarDate): void }

export function clockOn(first: string): MovedClock {
  const clock = createRehearsalClock(day(first))
  return { today: clock.today, waitMsUntil: clock.waitMsUntil, now: clock.now, moveTo: clock.moveTo }
}

export type TimeKeeping = {
  readonly news: readonly WakerNews[]
  /** Every wake-up that the subscription passed on, in order. */
  readonly woken: readonly (readonly [TimedStream, number])[]
  readonly reconciliation: Parameters<typeof reconcile>[0]
  readonly waker: WakerSubscriptionSettings['waker']
  /** Settles once the subscription has passed on all that is recorded now. */
  caughtUp(): Promise<void>
  handleOf(category: 'obligation' | 'correspondence' | 'cycle', id: string): ReturnType<Awaited<ReturnType<typeof connectClient>>['workflow']['getHandle']>
  stop(): Promise<void>
}

/** The waker and a worker of an installation on a real Temporal server, as one process of a running installation has them. */
export async function followStream(
  context: TestInstallation,
  server: LocalServer,
  bundlePath: string,
  changes: Partial<WakerSubscriptionSettings> = {},
): Promise<TimeKeeping> {
  installNativeRuntime('ERROR')
  const [client, connection] = [await connectClient(server), await connectWorker(server)]
  const installationName = 'test'
  const plain = createWaker({ client, installation: installationName, taskQueue, workflowTaskTimeoutMs: 2_000 })
  const reconciliation = { installation: context.office, pool: context.pool, client, installationName, waker: plain }
  const woken: (readonly [TimedStream, number])[] = []
  const waker: WakerSubscriptionSettings['waker'] = {
    wake: plain.wake,
    wakeAll: (positions) => {
      woken.push(...positions)
      return plain.wakeAll(positions)
    },
  }
  const news: WakerNews[] = []
  const subscription = createWakerSubscription({
    log: context.office.log,
    memory: createTemporalMemory(context.pool),
    pool: context.pool,
    waker,
    namespaceId: () => namespaceId(client),
    reconcile: () => reconcile(reconciliation),
    report: (each) => news.push(each),
    ...changes,
  })
  const activities = bindActivities({ office: context.office, zones: ['Europe/Zurich'], reconcile: () => reconcile(reconciliation) })
  const worker = await createWorker({ connection, namespace: server.namespace, taskQueue, workflows: { bundlePath }, activities })
  const end = new AbortController()
  const running = Promise.all([worker.run(), subscription.run(end.signal)])
  return {
    news,
    woken,
    reconciliation,
    waker: plain,
    caughtUp: async () => subscription.reached(await context.office.log.head()),
    handleOf: (category, id) => client.workflow.getHandle(workflowId[category](installationName, id)),
    stop: async () => {
      end.abort()
      await worker.stop()
      await running
      await client.connection.close()
      await connection.close()
    },
  }
}
