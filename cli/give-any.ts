import { z } from 'zod'
import { commandOrRefusal } from '../activities/commands/give-by-name.ts'
import { registry } from '../activities/commands/registry.ts'
import type { AnyCommandOptions } from './command.ts'
import { malformed } from './failure.ts'
import { previewLines } from './format-preview.ts'
import { inputFile } from './input-file.ts'
import { metadataFor } from './metadata.ts'
import type { CommandLinePorts } from './ports.ts'
import { table } from './table.ts'
import { answer } from './write-output.ts'

export const listCommands = (ports: CommandLinePorts, json: boolean): Promise<void> =>
  answer(
    ports,
    json,
    { commands: registry.map(({ name, summary, scope, mayBeGivenBy, preview }) => ({ name, summary, scope, mayBeGivenBy, preview })) },
    () => [
      table([
        ['Command', 'Does', 'Given by', 'Preview'],
        ...registry.map(({ name, summary, mayBeGivenBy, preview }) => [name, summary.en, Object.keys(mayBeGivenBy).join(', '), preview ? 'yes' : 'no']),
      ]),
    ],
  )

/** @throws Refusal `unknown-command`, or when a rule says no */
export async function giveAny(ports: CommandLinePorts, name: string, { as, key, data, json, file }: AnyCommandOptions): Promise<void> {
  const payload = await fieldsOf(name, file)
  await ports.change(data, async ({ commands }) => {
    const { about, result } = await commands.give(metadataFor({ as, key }, name, payload), name, payload)
    const { id } = about
    const recorded = result === null ? null : { firstPosition: result.firstPosition, lastPosition: result.lastPosition }
    await answer(ports, json, { command: name, id, recorded }, () => [
      recorded === null ? `Nothing new: ${name} on ${id} changed nothing.` : `${name} on ${id} is on record at position ${recorded.firstPosition}.`,
    ])
  })
}

/** @throws Refusal `unknown-command`, `no-preview`, or when a rule says no */
export async function previewAny(ports: CommandLinePorts, name: string, { as, key, data, json, file }: AnyCommandOptions): Promise<void> {
  const payload = await fieldsOf(name, file)
  await ports.read(data, async ({ commands }) => {
    const preview = await commands.preview(metadataFor({ as, key }, name, payload), name, payload)
    await answer(ports, json, preview, () => previewLines(preview))
  })
}

async function fieldsOf(name: string, file: string | undefined): Promise<Readonly<Record<string, unknown>>> {
  commandOrRefusal(name)
  if (file === undefined) throw malformed(`Give --file with the fields of ${name}`)
  return inputFile(file, z.record(z.string(), z.unknown()))
}
