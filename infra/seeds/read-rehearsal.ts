import { basename, join } from 'node:path'
import { parseSeed } from './parse-seed.ts'
import type { Problem } from './problem.ts'
import { type RehearsalSeed, rehearsalSchema } from './schema/rehearsal.ts'
import { readSeedFile } from './yaml-file.ts'

/** What a play of everything holds: the one seed that belongs to no organization. `null` where it has a problem. */
export async function readRehearsal(root: string): Promise<{ readonly rehearsal: RehearsalSeed | null; readonly problems: readonly Problem[] }> {
  const { file, problems } = await readSeedFile(join(root, 'rehearsal.yaml'), `${basename(root)}/rehearsal.yaml`)
  if (problems.length > 0) return { rehearsal: null, problems }
  const { parsed, problems: misshapen } = parseSeed(file, rehearsalSchema)
  return { rehearsal: parsed?.value ?? null, problems: misshapen }
}
