import { type Problem, problemAt } from './problem.ts'
import type { FieldPath, SeedFile } from './yaml-file.ts'

/** Where sources do not agree, with each other or with the rule: reported with both values, never corrected in the seed. */
export type Discrepancy = Problem & { readonly used: string; readonly others: readonly string[]; readonly why: string }

export const discrepancyAt = (
  file: SeedFile,
  path: FieldPath,
  what: string,
  { used, others, why }: Pick<Discrepancy, 'used' | 'others' | 'why'>,
): Discrepancy => ({
  ...problemAt(file, path, what),
  used,
  others,
  why,
})
