import { proxyLocalActivities } from '@temporalio/workflow'
import type { CycleActivities } from '../activities/workflow-activities.ts'
import { recordOptions } from './record-options.ts'
import { runSteps } from './run-steps.ts'

const { nextCycleStep, takeCycleStep } = proxyLocalActivities<CycleActivities>(recordOptions)

/** Keeps the time for a cycle: the closing of its session where that is still to come, then the end of each stage. */
export const runCycle = (cycleId: string): Promise<void> => runSteps(cycleId, { next: nextCycleStep, take: takeCycleStep })
