import { instrument } from '../../../domain/instrument/instrument.ts'
import { foldedView } from '../folded-view.ts'

export const instrumentView = foldedView({
  table: 'instrument',
  room: 'instrument',
  fold: instrument,
  filters: {},
  indexes: [],
  describe: () => ({ state: null }),
})
