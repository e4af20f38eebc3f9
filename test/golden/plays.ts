import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../../domain/calendar/calendar-date.ts'
import type { RehearsalOptions } from '../../infra/rehearsal-environment/options.ts'
import { rehearse } from '../../infra/rehearsal-environment/rehearse.ts'
import { installNativeRuntime } from '../../infra/temporal/native-runtime.ts'
import { extract, type Golden } from './extract.ts'

const scenario = { cycle: 'r202', until: day('2014-01-15'), scenarioFile: join(import.meta.dirname, 'scenario.yaml') }

/** Every play that has a golden file, by its name. All are of seed 1. */
const plays = {
  ...{ r202: { cycle: 'r202' }, sp: { cycle: 'sp' }, scenario },
  ...{ spf: { cycle: 'spf' }, 'survey-r202': { cycle: 'survey-r202' }, sse: { cycle: 'sse' }, gcsj: { cycle: 'gcsj' }, oic: { cycle: 'oic' } },
} as const satisfies Readonly<Record<string, Omit<RehearsalOptions, 'seed'>>>

export type PlayName = keyof typeof plays
export const playNames = Object.keys(plays) as readonly PlayName[]

/** Plays one of them in a folder of its own, which goes with it. */
export async function playGolden(name: PlayName): Promise<Golden> {
  installNativeRuntime('ERROR')
  const dataDirectory = await mkdtemp(join(tmpdir(), `follow-up-golden-${name}-`))
  // PostgreSQL may run as a user of its own, and must pass through.
  await chmod(dataDirectory, 0o755)
  try {
    const played = await rehearse({ ...plays[name], seed: '1', dataDirectory })
    return await extract(name, dataDirectory, played)
  } finally {
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
