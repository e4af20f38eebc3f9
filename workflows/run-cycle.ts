import { proxyLocalActivities } from '@temporalio/workflow'
import type { CycleActivities } from '../activities/workflow-activities.ts'
import { keepTime } from './keep-time.ts'
import { recordOptions } from './record-options.ts'

const { nextCycleStep, takeCycleStep } = proxyLocalActivities<CycleActivities>(recordOptions)

/** Keeps the time for a cycle: the closing of its session where that is still to come, then the end of each stage. */
export const runCycle = (cycleId: string): Promise<void> => keepTime(cycleId, { next: nextCycleStep, take: takeCycleStep })
