import type { PlanCycle } from '../../domain/cycle/cycle.ts'
import type { RowRecorded } from '../../domain/plan/events.ts'
import { Refusal } from '../../domain/refusal.ts'
import { foldCycle } from '../fold.ts'
import type { StreamHistory } from '../ports.ts'

/** A plan as it stands in the record: its own state, and each row as it was last recorded, in their first order. */
export type PlanOnRecord = { readonly plan: PlanCycle; readonly rows: ReadonlyMap<string, RowRecorded> }

/** @throws Refusal `unknown-plan` where no plan of this id was opened, `plan-closed` where nothing is added or revised any more */
export function openPlanOnRecord(cycle: string, history: StreamHistory | undefined): PlanOnRecord {
  const plan = foldCycle(history)
  if (plan.status === 'unknown' || plan.family !== 'plan') throw new Refusal('unknown-plan', `There is no plan ${cycle} on record`, { plan: cycle })
  if (plan.status === 'closed') throw new Refusal('plan-closed', `The plan ${cycle} was closed`, { plan: cycle })
  const rows = new Map<string, RowRecorded>()
  for (const { type, data } of history?.events ?? []) {
    if (type !== 'RowRecorded') continue
    const row = data as unknown as RowRecorded
    rows.set(row.id, row)
  }
  return { plan, rows }
}
