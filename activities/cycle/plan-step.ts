import { plusDays } from '../../domain/calendar/calendar-date.ts'
import type { PlanCycle } from '../../domain/cycle/cycle.ts'
import { paperSteps } from '../papers/prepare-papers.ts'
import { yearSteps } from '../plan/open-next-years.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import type { CycleStep } from './cycle-step.ts'

/** What a plan waits for: the days on which its papers are to be ready, the years that it opens, and the end of its horizon. */
export const planSteps = async (context: Pick<UseCaseContext, 'log' | 'reference'>, cycleId: string, plan: PlanCycle): Promise<readonly CycleStep[]> =>
  [...horizonPassed(plan), ...(await paperSteps(context, cycleId, plan)), ...(await yearSteps(context, cycleId, plan))].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )

function horizonPassed({ horizon: { until }, horizonPassed: noted, trackedFrom }: PlanCycle): readonly CycleStep[] {
  if (until === null || noted || until < trackedFrom) return []
  return [{ step: 'pass-horizon', on: plusDays(until, 1), event: { type: 'HorizonPassed', occurredOn: until, data: { until } } }]
}
