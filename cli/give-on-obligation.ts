import type { Changed, ObligationCommandName } from '../activities/commands/obligation/change-obligation.ts'
import { organizationOf } from '../domain/ids.ts'
import type { Acting } from './key.ts'
import { metadataFor } from './metadata.ts'
import type { CommandLinePorts } from './ports.ts'
import { answer } from './write-output.ts'

type Fields = { readonly obligation: string; readonly [field: string]: unknown }

/** Gives a command on one obligation and says how the obligation stands then; with `--dry-run` shows what it would change instead. */
export async function giveOnObligation(ports: CommandLinePorts, name: ObligationCommandName, options: Acting, given: Fields): Promise<void> {
  const { as, key, data, json, dryRun } = options
  const { commandNamed } = await import('../activities/commands/registry.ts')
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  commandNamed(name).payload.parse(fields)
  const { obligation } = given
  const metadata = metadataFor({ as, key }, name, fields)
  await ports[dryRun ? 'read' : 'change'](data, async ({ commands }) => {
    if (!dryRun) return tell(ports, json, obligation, await commands.changeObligation(metadata(organizationOf(obligation)), name, fields))
    const { previewLines } = await import('./format-preview.ts')
    const preview = await commands.preview(metadata, name, fields)
    return answer(ports, json, preview, () => previewLines(preview))
  })
}

/** What came of a command on an obligation. */
async function tell(ports: CommandLinePorts, json: boolean, obligation: string, { result, state, receipt }: Changed): Promise<void> {
  const recorded = result === null ? null : { firstPosition: result.firstPosition, lastPosition: result.lastPosition }
  const missing = receipt?.missing ?? []
  await answer(ports, json, { obligation, status: state.status, ...receipt, recorded }, () => [
    `${obligation} is ${state.status}${receipt === null ? '' : `; report ${receipt.report}`}.`,
    ...(missing.length === 0 ? [] : [`Missing: ${missing.join(', ')}.`]),
    recorded === null ? 'No news: nothing was recorded.' : `Recorded at position ${recorded.firstPosition} to ${recorded.lastPosition}.`,
  ])
}
