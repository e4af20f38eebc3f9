import { proxyLocalActivities } from '@temporalio/workflow'
import type { ObligationActivities } from '../activities/workflow-activities.ts'
import { recordOptions } from './record-options.ts'
import { runSteps } from './run-steps.ts'

const { nextStep, takeStep } = proxyLocalActivities<ObligationActivities>(recordOptions)

/** Keeps the time for one obligation, from its opening until nothing is left to wait for. */
export const followObligation = (obligationId: string): Promise<void> => runSteps(obligationId, { next: nextStep, take: takeStep })
