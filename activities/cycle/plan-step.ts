import { plusDays } from '../../domain/calendar/calendar-date.ts'
import type { PlanCycle } from '../../domain/cycle/cycle.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import { foldCycle, foldObligation } from '../fold.ts'
import type { EventLog } from '../ports.ts'
import type { CycleStep } from './cycle-step.ts'

/** What a plan waits for: the end of its horizon, when it is noted how much of it is still open. */
export async function readPlan(log: EventLog, cycleId: string) {
  const first = await log.read([stream.cycle(cycleId)])
  const plan = foldCycle(first.histories[0])
  const version = first.histories[0]?.version ?? 0
  if (plan.status === 'unknown' || plan.family !== 'plan') return { cycle: plan, steps: [], head: first.head, version }
  return { cycle: plan, steps: await horizonPassed(log, plan), head: first.head, version }
}

async function horizonPassed(log: EventLog, { horizon: { until }, horizonPassed: noted, rows, trackedFrom }: PlanCycle): Promise<readonly CycleStep[]> {
  if (until === null || noted || until < trackedFrom) return []
  const { histories } = await log.read(rows.flatMap(({ obligations }) => obligations.map(stream.obligation)))
  const open = histories.filter((history) => foldObligation(history).status === 'open').length
  return [{ step: 'pass-horizon', on: plusDays(until, 1), event: { type: 'HorizonPassed', occurredOn: until, data: { until, open } } }]
}
