import { cycle } from '../../../domain/cycle/cycle.ts'
import { ownedId } from '../../../domain/ids.ts'
import { foldedView } from '../folded-view.ts'

export const cycleView = foldedView({
  table: 'cycle',
  category: 'cycle',
  fold: cycle,
  filters: { instrument: 'text' },
  indexes: [],
  describe: ({ organization, instrument }) => ({ state: null, instrument: ownedId(organization, instrument) }),
})
