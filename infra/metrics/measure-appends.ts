import { Histogram, type Registry } from 'prom-client'
import { CommandIdReused, VersionConflict } from '../../activities/conflicts.ts'
import type { EventLog } from '../../activities/ports.ts'

/** The same log, which measures how long its appends take: from the call to the answer, with the wait for others. */
export function measureAppends(registry: Registry, log: EventLog): EventLog {
  const histogram = new Histogram({
    name: 'follow_up_append_seconds',
    help: 'Time that an append to the event log took, by its outcome',
    labelNames: ['outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return {
    ...log,
    append: async (append) => {
      const end = histogram.startTimer()
      try {
        const result = await log.append(append)
        end({ outcome: 'appended' })
        return result
      } catch (error) {
        end({ outcome: error instanceof VersionConflict || error instanceof CommandIdReused ? 'conflict' : 'failed' })
        throw error
      }
    },
  }
}
