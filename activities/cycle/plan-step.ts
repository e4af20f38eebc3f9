import { plusDays } from '../../domain/calendar/calendar-date.ts'
import type { PlanCycle } from '../../domain/cycle/cycle.ts'
import type { CycleStep } from './cycle-step.ts'

/** What a plan waits for: the end of its horizon. */
export const planSteps = (plan: PlanCycle): readonly CycleStep[] => horizonPassed(plan)

function horizonPassed({ horizon: { until }, horizonPassed: noted, trackedFrom }: PlanCycle): readonly CycleStep[] {
  if (until === null || noted || until < trackedFrom) return []
  return [{ step: 'pass-horizon', on: plusDays(until, 1), event: { type: 'HorizonPassed', occurredOn: until, data: { until } } }]
}
