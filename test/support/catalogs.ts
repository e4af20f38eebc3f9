import { type Catalogs, createCatalogs } from '../../infra/locales/create-catalogs.ts'
import { readLocales } from '../../infra/locales/read-locales.ts'
import { loadSeeds } from '../../infra/seeds/load-seeds.ts'
import { realSeeds, today } from '../infra/seeds/seeds-copy.ts'

/** The words of letters as the installation has them: of the locales, and of the organizations that are seeded. */
export const readCatalogs = async (): Promise<Catalogs> => createCatalogs(await readLocales(), await loadSeeds(realSeeds, today))
