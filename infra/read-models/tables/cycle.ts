import { cycle } from '../../../domain/cycle/cycle.ts'
import { foldedView } from '../folded-view.ts'

export const cycleView = foldedView({
  table: 'cycle',
  category: 'cycle',
  fold: cycle,
  filters: { instrument: 'text' },
  indexes: [],
  describe: (state) => ({ state: null, instrument: state.family === 'instrument' ? `${state.organization}:${state.instrument}` : null }),
})
