import { DefaultLogger, type LogEntry, type LogLevel, Runtime } from '@temporalio/worker'

let installed = false

/**
 * Sets up the SDK's native part for this process: its log goes to `write`, and signals stay with the process, which decides the order of stopping.
 * Must come before the first worker or worker connection; a second call changes nothing.
 */
export function installNativeRuntime(level: LogLevel, write?: (entry: LogEntry) => void): void {
  if (installed) return
  installed = true
  Runtime.install({
    logger: write === undefined ? new DefaultLogger(level) : new DefaultLogger(level, write),
    // Unless it is forwarded, the native part writes to standard output itself, into the middle of a command's answer.
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
    shutdownSignals: [],
  })
}
