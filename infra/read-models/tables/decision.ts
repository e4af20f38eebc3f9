import { decision } from '../../../domain/decision/decision.ts'
import { foldedView } from '../folded-view.ts'

/** What bodies decided, with what each decision entered, moved and released. */
export const decisionView = foldedView({ table: 'decision', category: 'decision', fold: decision, filters: {}, indexes: [], describe: () => ({ state: null }) })
