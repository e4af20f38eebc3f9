import { type KnownPlan, requireOpenPlan } from '../../domain/plan/plan.ts'
import { foldPlan } from '../fold.ts'
import type { StreamHistory } from '../ports.ts'

/** @throws Refusal `unknown-plan` where no plan of this id was opened, `plan-closed` where nothing is added or revised any more */
export const openPlanOnRecord = (id: string, history: StreamHistory | undefined): KnownPlan => requireOpenPlan(id, foldPlan(history))
