import type { CommandName } from '../activities/commands/registry.ts'
import type { Acting } from './key.ts'
import { metadataFor } from './metadata.ts'
import type { AvailableInstallation } from './ports.ts'

/** What was recorded, and about what. */
export type Recorded = { readonly id: string; readonly firstPosition: number; readonly lastPosition: number }

/**
 * Gives a command of the registry, as whoever acts.
 *
 * @param payload its fields; those that are undefined are left out
 */
export async function give(
  { installation }: AvailableInstallation,
  who: Pick<Acting, 'as' | 'key'>,
  name: CommandName,
  payload: Readonly<Record<string, unknown>>,
): Promise<Recorded> {
  const { giveByName } = await import('../activities/commands/give-by-name.ts')
  const fields = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined))
  const { id, result } = await giveByName(installation, metadataFor(who, name, fields), name, fields)
  if (result === null) throw new TypeError(`${name} changed nothing, and was not refused`)
  return { id, firstPosition: result.firstPosition, lastPosition: result.lastPosition }
}
