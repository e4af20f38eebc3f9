import { type Logger, pino } from 'pino'
import { type ProcessSettings, readProcessSettings } from './process-settings.ts'

export type Part = {
  readonly settings: ProcessSettings
  /** Onto standard output, which the supervisor leads into the log of this process. */
  readonly log: Logger
  /** Aborts when the process is told to end. */
  readonly signal: AbortSignal
  /** Tells the supervisor that this part does its work. */
  readonly ready: () => void
}

/** Runs one process of the house until it is told to end. Whatever ends it before that is logged, and the supervisor starts it again. */
export async function runPart(name: string, work: (part: Part) => Promise<void>): Promise<void> {
  const settings = readProcessSettings()
  const log = pino({ name, level: settings.logLevel }, pino.destination({ dest: 1, sync: true }))
  const told = new AbortController()
  process.once('SIGTERM', () => told.abort())
  // The terminal's Ctrl-C is the supervisor's, which then asks each part.
  process.on('SIGINT', () => undefined)
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'ended by an error that nobody caught')
    process.exit(1)
  })
  const ready = () => {
    if (process.connected) process.send?.('ready')
  }
  try {
    await work({ settings, log, signal: told.signal, ready })
    log.info('ended')
  } catch (error) {
    log.fatal({ err: error }, 'ended by an error')
    process.exitCode = 1
  }
  // The supervisor's line keeps nobody alive; what still does has no more work.
  setTimeout(() => process.exit(), 1_000).unref()
}

/** Settles when the signal comes. */
export const untilStopRequested = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })))
