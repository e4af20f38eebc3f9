import type { CommandName } from '../activities/commands/registry.ts'
import type { Acting } from './key.ts'
import { metadataFor } from './metadata.ts'
import type { CommandLinePorts } from './ports.ts'
import { type SeenInstallation, seenByGiver } from './read-as.ts'
import { answer } from './write-output.ts'

/** What was recorded, and about what. */
export type Recorded = { readonly id: string; readonly firstPosition: number; readonly lastPosition: number }

type Fields = Readonly<Record<string, unknown>>

/**
 * Gives a command of the registry, as whoever acts; with `--dry-run` shows what it would change instead.
 *
 * @param fieldsOf its fields; those that are undefined are left out
 * @param tell answers for what was recorded
 */
export function give(
  ports: CommandLinePorts,
  name: CommandName,
  { as, key, data, json, dryRun }: Acting,
  fieldsOf: (installation: SeenInstallation) => Promise<Fields>,
  tell: (recorded: Recorded, fields: Fields, installation: SeenInstallation) => Promise<void>,
): Promise<void> {
  return ports[dryRun ? 'read' : 'change'](data, async (installation) => {
    const hand = seenByGiver(installation, as)
    const fields = Object.fromEntries(Object.entries(await fieldsOf(hand)).filter(([, value]) => value !== undefined))
    const metadata = metadataFor({ as, key }, name, fields)
    if (dryRun) {
      const { previewLines } = await import('./format-preview.ts')
      const preview = await hand.commands.preview(metadata, name, fields)
      return answer(ports, json, preview, () => previewLines(preview))
    }
    const { about, result } = await hand.commands.give(metadata, name, fields)
    if (result === null) throw new TypeError(`${name} changed nothing, and was not refused`)
    return tell({ id: about.id, firstPosition: result.firstPosition, lastPosition: result.lastPosition }, fields, hand)
  })
}

/** As JSON shows it. */
export const positionsOf = ({ firstPosition, lastPosition }: Recorded) => ({ firstPosition, lastPosition })
