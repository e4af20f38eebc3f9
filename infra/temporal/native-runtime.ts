import { DefaultLogger, type LogEntry, type LogLevel, Runtime } from '@temporalio/worker'

let installed = false

/**
 * Sets up the SDK's native part for this process: its log goes to `write`, and signals stay with the process, which decides the order of stopping.
 * Must come before the first worker or worker connection; a second call changes nothing.
 *
 * @param metricsPort of the loopback address, where `nativeMetrics` reads the latencies of its tasks; without it they are not measured
 */
export function installNativeRuntime(level: LogLevel, write?: (entry: LogEntry) => void, metricsPort?: number): void {
  if (installed) return
  installed = true
  Runtime.install({
    logger: write === undefined ? new DefaultLogger(level) : new DefaultLogger(level, write),
    // Unless it is forwarded, the native part writes to standard output itself, into the middle of a command's answer.
    telemetryOptions: {
      logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} },
      ...(metricsPort === undefined ? {} : { metrics: { prometheus: { bindAddress: `127.0.0.1:${metricsPort}`, ...unitsOfPrometheus } } }),
    },
    shutdownSignals: [],
  })
}

const unitsOfPrometheus = { countersTotalSuffix: true, unitSuffix: true, useSecondsForDurations: true }

/** The SDK's own metrics, latencies of its tasks among them, in the text format of Prometheus. */
export async function nativeMetrics(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { signal: AbortSignal.timeout(2_000) })
  return answer.text()
}
