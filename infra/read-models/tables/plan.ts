import { planOutline } from '../../../domain/status/plan-outline.ts'
import { foldedView } from '../folded-view.ts'

/** What there is to say of a plan beside its rows: a list of cycles does not carry it. */
export const planView = foldedView({ table: 'plan', category: 'cycle', fold: planOutline, filters: {}, indexes: [], describe: () => ({ state: null }) })
