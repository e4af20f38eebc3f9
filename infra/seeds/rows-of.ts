import type { Parsed } from './parse-seed.ts'
import type { RowSeed } from './schema/row.ts'

/** The files of rows that belong to a plan: they stand in its folder, `cycles/<code>/rows/`. */
export const rowsOf = (plan: string, files: readonly Parsed<readonly RowSeed[]>[]): readonly Parsed<readonly RowSeed[]>[] =>
  files.filter(({ file }) => file.name.split('/').at(-3) === plan)
