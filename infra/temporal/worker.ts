import { type NativeConnection, Worker } from '@temporalio/worker'

/** Workflow code: the bundle that the build made, or the file to bundle now, which takes some seconds. */
export type WorkflowCode = { readonly bundlePath: string } | { readonly workflowsPath: string }

export type WorkerSettings = {
  readonly connection: NativeConnection
  readonly namespace: string
  readonly taskQueue: string
  readonly workflows: WorkflowCode
  readonly activities: object
  /** Workflows kept ready between two tasks; one that is not kept is replayed from its history. */
  readonly cachedWorkflows?: number
  /** Activities that speak to the outside at once: letters on their way, above all. */
  readonly outsideActivities?: number
}

/** A worker that can be stopped at any time, and any number of times. */
export type InstallationWorker = {
  /** Works until stopped. @throws whatever ended the worker before that */
  run(): Promise<void>
  /** Takes no new task and waits for those under way, at most 15 s. Never throws: a failure is `run`'s to tell. */
  stop(): Promise<void>
  /** @throws Error when it takes no tasks: its connection to Temporal is lost, or it is not running */
  requirePolling(): void
}

/** Every obligation of a body falls due on one day: 185 for a Recommendation, each a workflow task that waits for its local activity. */
const AT_ONCE = 250

export async function createWorker(settings: WorkerSettings): Promise<InstallationWorker> {
  const { connection, namespace, taskQueue, workflows, activities, cachedWorkflows = 1_000, outsideActivities = 50 } = settings
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    ...('bundlePath' in workflows ? { workflowBundle: { codePath: workflows.bundlePath } } : { workflowsPath: workflows.workflowsPath }),
    maxCachedWorkflows: cachedWorkflows,
    maxConcurrentWorkflowTaskExecutions: AT_ONCE,
    maxConcurrentLocalActivityExecutions: AT_ONCE,
    maxConcurrentActivityTaskExecutions: outsideActivities,
    // A worker that was killed is missed for this long at most; the default costs ten seconds.
    stickyQueueScheduleToStartTimeout: '1 second',
    shutdownGraceTime: '5 seconds',
    shutdownForceTime: '15 seconds',
  })

  let running: Promise<void> | null = null
  const run = () => {
    running ??= worker.run()
    return running
  }
  return {
    run,
    requirePolling: () => {
      const { runState, workflowPollerState, activityPollerState } = worker.getStatus()
      if (runState !== 'RUNNING' || workflowPollerState !== 'POLLING' || activityPollerState !== 'POLLING')
        throw new Error(`takes no tasks: ${runState}, workflows ${workflowPollerState}, activities ${activityPollerState}`)
    },
    stop: async () => {
      // One that never ran holds its connection all the same, and lets go of it only at the end of a run.
      const ended = run().then(nothing, nothing)
      if (worker.getState() === 'RUNNING') worker.shutdown()
      await ended
    },
  }
}

/** `stop` waits for the end, whichever it is. */
const nothing = () => undefined
