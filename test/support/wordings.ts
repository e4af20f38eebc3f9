import { readLocales } from '../../infra/locales.ts'
import { loadSeeds } from '../../infra/seeds/load-seeds.ts'
import { type Wordings, wordingsOf } from '../../infra/wordings.ts'
import { realSeeds, today } from '../infra/seeds/seeds-copy.ts'

/** The words of letters as the house has them: of the locales, and of the organizations that are seeded. */
export const readWordings = async (): Promise<Wordings> => wordingsOf(await readLocales(), await loadSeeds(realSeeds, today))
