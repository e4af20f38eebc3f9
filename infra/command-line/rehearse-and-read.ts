import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RehearsalOptions, Rehearsed } from '../../cli/ports.ts'
import { textIn } from '../../domain/languages.ts'
import { instrumentOf } from '../../domain/obligation/basis.ts'
import { statusOn } from '../../domain/status/status-on.ts'
import type { Config } from '../installation/settings.ts'
import { rehearse } from '../rehearsal-environment/rehearse.ts'
import { type AvailableInstallation, withInstallation } from './with-installation.ts'

/** Plays a cycle, and reads its outcome State by State where that is asked for. */
export async function rehearseAndRead({ byState, ...options }: RehearsalOptions, config: Config, stopping: AbortSignal): Promise<Rehearsed> {
  if (!byState) return { ...(await rehearse({ ...options, stopping })), byState: [] }
  const { dataDirectory = null, ...rest } = options
  const folder = dataDirectory ?? (await temporaryFolder())
  try {
    const played = await rehearse({ ...rest, dataDirectory: folder, stopping })
    const { database: _, ...own } = config
    return { ...played, byState: await withInstallation(folder, { config: own, purpose: 'read', stopping }, outcomes) }
  } finally {
    if (dataDirectory === null) await rm(folder, { recursive: true, force: true })
  }
}

/** Open to PostgreSQL's own user. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'follow-up-rehearsal-'))
  await chmod(folder, 0o755)
  return folder
}

async function outcomes({ views, today }: AvailableInstallation): Promise<Rehearsed['byState']> {
  const [rows, letters] = [await views.obligations({}), await views.letters()]
  const organizations = [...new Set(rows.map(({ state }) => state.organization))]
  const days = new Map(await Promise.all(organizations.map(async (each) => [each, await today(each)] as const)))
  return rows.flatMap(({ id, state, partyName }) => {
    const asOf = days.get(state.organization)
    // What a plan asks is told by kind.
    if (asOf === undefined || instrumentOf(state) === null) return []
    const { performance, discharged } = statusOn(state, asOf)
    const own = letters.filter(({ letter }) => letter.obligations.includes(id)).map(({ letter }) => letter.kind)
    return {
      name: textIn(partyName, 'en'),
      code: state.party,
      outcome: discharged && performance !== null ? `${performance.class} ${performance.performedOn}` : 'open',
      letters: own.join(' '),
    }
  })
}
