import { proxyLocalActivities } from '@temporalio/workflow'
import type { ObligationActivities } from '../activities/workflow-activities.ts'
import { keepTime } from './keep-time.ts'
import { recordOptions } from './record-options.ts'

const { nextStep, takeStep } = proxyLocalActivities<ObligationActivities>(recordOptions)

/** Keeps the time for one obligation, from its opening until nothing is left to wait for. */
export const followObligation = (obligationId: string): Promise<void> => keepTime(obligationId, { next: nextStep, take: takeStep })
