import { planSummary } from '../../../domain/plan/plan.ts'
import { planOutline } from '../../../domain/status/plan-outline.ts'
import { foldedView } from '../folded-view.ts'

/** A plan as lists carry it: its rows by their ids. */
export const planView = foldedView({ table: 'plan', category: 'plan', fold: planSummary, filters: {}, indexes: [], describe: () => ({ state: null }) })

/** What there is to show of a plan beside its rows: a list of plans does not carry it. */
export const planOutlineView = foldedView({
  table: 'plan_outline',
  category: 'plan',
  fold: planOutline,
  filters: {},
  indexes: [],
  describe: () => ({ state: null }),
})
