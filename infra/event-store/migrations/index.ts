import type { Migration } from 'kysely'
import { up as log } from './2026-11-22-log.ts'
import { up as mutable } from './2026-11-22-mutable.ts'
import { up as temporal } from './2026-11-22-temporal.ts'
import { up as views } from './2026-11-22-views.ts'
import { up as viewsOfPlans } from './2026-11-22-views-of-plans.ts'

/** By name, which begins with a day: they run in the order of their names, and one that has run never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-log': { up: log },
  '2026-11-22-mutable': { up: mutable },
  '2026-11-22-temporal': { up: temporal },
  '2026-11-22-views': { up: views },
  '2026-11-22-views-of-plans': { up: viewsOfPlans },
}
