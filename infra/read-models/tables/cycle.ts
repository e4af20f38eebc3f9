import { cycle } from '../../../domain/cycle/cycle.ts'
import { foldedView } from '../folded-view.ts'

export const cycleView = foldedView({
  table: 'cycle',
  room: 'cycle',
  fold: cycle,
  filters: { instrument: 'text' },
  indexes: [],
  describe: ({ organization, instrument }) => ({ state: null, instrument: `${organization}:${instrument}` }),
})
