import type { WorkflowHandle } from '@temporalio/client'
import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { DateTime } from 'luxon'
import type { Clock } from '../../activities/ports.ts'
import type { TimedStream } from '../../activities/reconcile.ts'
import { systemClock } from '../../infra/clock/system-clock.ts'
import { bindActivities, type WorkflowActivities } from '../../infra/temporal/bind-activities.ts'
import { createWaker, timedParts, type Waker } from '../../infra/temporal/waker.ts'
import { createWorker } from '../../infra/temporal/worker.ts'
import { type InstallationName, workflowId } from '../../workflows/messages.ts'
import { createTestInstallation, type TestInstallation } from './installation.ts'

/** Where the three Members' deadlines are counted at the seat. */
const zone = 'Europe/Zurich'

export type SkippingInstallation = TestInstallation & {
  readonly waker: Waker
  readonly name: InstallationName
  readonly taskQueue: string
  /** Lets time pass until noon of a day at the seat. */
  untilNoonOf(day: string): Promise<void>
  /** Lets so much time pass, `2 hours`. */
  pass(duration: Parameters<TestWorkflowEnvironment['sleep']>[0]): Promise<void>
  handleOf(kept: TimedStream): WorkflowHandle
  /** The day at the seat on which a workflow that has ended did so. The clock itself may be years ahead by then: nothing held it. */
  endedOn(kept: TimedStream): Promise<string | null>
  /** Starts the workflow, or has it look again, at the head of the log. */
  wake(kept: TimedStream): Promise<void>
}

export type SkippingSettings = {
  readonly environment: TestWorkflowEnvironment
  readonly bundlePath: string
  /** The day at whose noon the play begins. */
  readonly from: string
  readonly bend?: (clock: Clock) => Clock
  readonly instead?: (activities: WorkflowActivities, context: SkippingInstallation) => Partial<WorkflowActivities>
}

let plays = 0

/** An installation whose clock is the time-skipping server's, moved to the days of the play, with a worker of its own. One workflow at a time. */
export async function withSkippingInstallation(settings: SkippingSettings, rehearse: (context: SkippingInstallation) => Promise<void>): Promise<void> {
  const { environment, bundlePath, from, bend = (clock) => clock, instead } = settings
  plays += 1
  const [name, taskQueue] = [`play-${plays}`, `play-${plays}`]
  const offset = noonOf(from) - (await environment.currentTimeMs())
  const nowMs = async () => (await environment.currentTimeMs()) + offset
  const plain = await createTestInstallation(bend(systemClock(nowMs)))
  const waker = createWaker({ client: environment.client, installation: name, taskQueue })
  const handleOf = (kept: TimedStream) => {
    const { category, id } = timedParts(kept)
    return environment.client.workflow.getHandle(workflowId[category](name, id))
  }
  const context: SkippingInstallation = {
    ...plain,
    waker,
    name,
    taskQueue,
    handleOf,
    endedOn: async (kept) => {
      const { closeTime } = await handleOf(kept).describe()
      return closeTime === undefined ? null : DateTime.fromMillis(closeTime.getTime() + offset, { zone }).toISODate()
    },
    untilNoonOf: async (day) => environment.sleep(noonOf(day) - (await nowMs())),
    pass: (duration) => environment.sleep(duration),
    wake: async (kept) => waker.wake(kept, await plain.office.log.head()),
  }
  const bound = bindActivities({ office: context.office, zones: [zone], reconcile: () => Promise.reject(new Error('Nothing is reconciled here')) })
  const worker = await createWorker({
    connection: environment.nativeConnection,
    namespace: environment.namespace ?? 'default',
    taskQueue,
    workflows: { bundlePath },
    activities: { ...bound, ...instead?.(bound, context) },
  })
  const running = worker.run()
  try {
    await rehearse(context)
  } finally {
    await worker.stop()
    await running
    await context.close()
  }
}

const noonOf = (day: string): number => DateTime.fromISO(`${day}T12:00`, { zone }).toMillis()
