import type { Migration } from 'kysely'
import * as log from './2026-11-22-log.ts'
import * as mutable from './2026-11-22-mutable.ts'

/** By name, which begins with a day: they run in the order of their names, and one that has run never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-log': log,
  '2026-11-22-mutable': mutable,
}
