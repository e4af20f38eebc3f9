import { instrument } from '../../../domain/instrument/instrument.ts'
import { foldedView } from '../folded-view.ts'

export const instrumentView = foldedView({
  table: 'instrument',
  category: 'instrument',
  fold: instrument,
  filters: {},
  indexes: [],
  describe: () => ({ state: null }),
})
