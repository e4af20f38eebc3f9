import { letter } from '../../../domain/letter/letter.ts'
import { foldedView } from '../folded-view.ts'
import { ownerOfLetters } from '../owner.ts'

export const letterView = foldedView({
  table: 'letter',
  category: 'letter',
  fold: letter,
  filters: { obligations: 'text[]' },
  indexes: ['index on using gin (obligations)'],
  describe: ({ party, obligations }) => ({ state: ownerOfLetters(party), obligations }),
})
