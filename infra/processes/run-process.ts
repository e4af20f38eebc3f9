import { type Logger, pino } from 'pino'
import { collectDefaultMetrics, Registry } from 'prom-client'
import type { ProcessName } from './names.ts'
import { type OpsServer, startOpsServer } from './ops-server.ts'
import { type ProcessSettings, readProcessSettings } from './process-settings.ts'
import { createReadiness, type ReadinessChecks } from './readiness.ts'
import { requireLogins } from './require-logins.ts'

export type RunningProcess = {
  readonly settings: ProcessSettings
  /** Onto standard output, one line of JSON each. */
  readonly log: Logger
  /** Aborts when the process receives a signal to stop. */
  readonly signal: AbortSignal
  readonly metrics: Registry
  /** Metrics of another source, in the text format of Prometheus, given out with the process's own. */
  readonly addMetrics: (source: () => Promise<string>) => void
  /** The work has begun: from now on the checks say whether it can be done. Tells the supervisor, if there is one. */
  readonly ready: (checks: ReadinessChecks) => void
}

/**
 * Runs one process until SIGTERM or, started alone, Ctrl-C. What ends it before that is logged, with the exit code of `docs/operating.md`.
 *
 * It reads its own environment, checks its logins and the database's release, and records nothing before that.
 */
export async function runProcess(name: ProcessName, work: (process: RunningProcess) => Promise<void>): Promise<void> {
  const log = pino({ name, level: process.env.FOLLOW_UP_LOG_LEVEL || 'info' }, pino.destination({ dest: 1, sync: true }))
  const stopping = stopSignal()
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'ended by an error that nobody caught')
    process.exit(1)
  })
  try {
    const settings = readProcessSettings(name)
    await requireLogins(name, settings)
    await withOps(settings, stopping, (ops) => work({ settings, log, signal: stopping, ...ops }))
    log.info('ended')
  } catch (error) {
    process.exitCode = await explain(error, log)
  }
  // The supervisor's line keeps nobody alive; what still does has no more work.
  setTimeout(() => process.exit(), 1_000).unref()
}

type Ops = Pick<RunningProcess, 'metrics' | 'addMetrics' | 'ready'>

async function withOps({ ops }: ProcessSettings, stopping: AbortSignal, work: (ops: Ops) => Promise<void>): Promise<void> {
  const metrics = new Registry()
  const sources: (() => Promise<string>)[] = []
  const readiness = createReadiness()
  stopping.addEventListener('abort', () => readiness.stop(), { once: true })
  const gather = async () => (await Promise.all([metrics.metrics(), ...sources.map((source) => source().catch(() => ''))])).join('\n')
  const server: OpsServer = await startOpsServer({ ...ops, readiness, metrics: async () => ({ type: metrics.contentType, text: await gather() }) })
  collectDefaultMetrics({ register: metrics })
  const ready = (checks: ReadinessChecks) => {
    readiness.begin(checks)
    if (process.connected) process.send?.('ready')
  }
  try {
    await work({ metrics, addMetrics: (source) => void sources.push(source), ready })
  } finally {
    await server.close()
  }
}

function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  process.once('SIGTERM', () => stopping.abort())
  process.on('SIGINT', () => {
    // A supervisor, which speaks through this channel, hears the terminal's Ctrl-C too, and then stops each process in its order.
    if (process.channel === undefined || process.channel === null) stopping.abort()
  })
  return stopping.signal
}

/** @returns the exit code */
async function explain(error: unknown, log: Logger): Promise<number> {
  // Loaded only here: it knows the failures of every room.
  const { failureOf } = await import('../command-line/failure-of.ts')
  const failure = failureOf(error)
  if (failure === null) log.fatal({ err: error }, 'ended by an error')
  else log.fatal({ code: failure.code, exit: failure.exit }, failure.message)
  return failure?.exit ?? 1
}

/** Settles when the signal comes. */
export const untilStopRequested = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })))
