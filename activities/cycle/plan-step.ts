import { plusDays } from '../../domain/calendar/calendar-date.ts'
import { type KnownPlan, plan as planDecider } from '../../domain/plan/plan.ts'
import { paperSteps } from '../papers/prepare-papers.ts'
import { yearSteps } from '../plan/open-next-years.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import type { CycleStep } from './cycle-step.ts'

/** What a plan waits for: the days on which its papers are to be ready, the years that it opens, and the end of its horizon. */
export const planSteps = async (context: Pick<UseCaseContext, 'log' | 'reference'>, id: string, plan: KnownPlan): Promise<readonly CycleStep[]> =>
  [...horizonPassed(plan), ...(await paperSteps(context, id, plan)), ...(await yearSteps(context, id, plan))].toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : 0,
  )

function horizonPassed(plan: KnownPlan): readonly CycleStep[] {
  const { until } = plan.horizon
  if (until === null || plan.horizonPassed || until < plan.trackedFrom) return []
  return [{ step: 'pass-horizon', on: plusDays(until, 1), decide: (_, today) => planDecider.decide({ type: 'PassHorizon', today }, plan) }]
}
