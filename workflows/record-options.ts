import type { LocalActivityOptions } from '@temporalio/workflow'

/** For what only reads the record and appends to it: tried until PostgreSQL answers. A refusal says so and is not tried again. */
export const recordOptions: LocalActivityOptions = {
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
  // A longer pause becomes a timer, so that an outage holds no slot of the worker.
  localRetryThreshold: '5 seconds',
}
