import { Refusal } from '../../domain/refusal.ts'
import type { CommandMetadata } from '../command.ts'
import type { CommandContext, Handled } from './handle.ts'
import { type Preview, previewOf } from './preview.ts'
import type { RegisteredCommand } from './registered-command.ts'
import { type CommandName, findCommand } from './registry.ts'

/** Who gives a command, once it is known which organization the command concerns. */
export type MetadataFor = (organization: string) => CommandMetadata

/**
 * Gives a command by its name, as every face does.
 *
 * @throws Refusal `unknown-command`, `preview-sent-as-command`, or when a rule says no; ZodError when the payload is not well formed
 */
export async function giveByName(context: CommandContext, metadata: MetadataFor, name: string, payload: unknown): Promise<Handled> {
  const command = commandOrRefusal(name)
  if (isPreview(payload))
    throw new Refusal('preview-sent-as-command', `${name} was sent as a command, and its payload asks for a preview: a preview is asked for apart`, {
      command: name,
    })
  const parsed = command.payload.parse(payload)
  return command.give(context, metadata(await command.organizationOf(context, parsed)), parsed)
}

/**
 * What a command would change, by its name. Nothing is recorded.
 *
 * @throws Refusal `unknown-command`, `no-preview`, or when a rule says no; ZodError when the payload is not well formed
 */
export async function previewByName(context: CommandContext, metadata: MetadataFor, name: string, payload: unknown): Promise<Preview> {
  const command = commandOrRefusal(name)
  if (!command.preview) throw new Refusal('no-preview', `${name} has no preview: it changes nothing for others`, { command: name })
  const parsed = command.payload.parse(payload)
  const decision = await command.look(context, metadata(await command.organizationOf(context, parsed)), parsed)
  return previewOf(context.log, name, decision)
}

/** @throws Refusal `unknown-command` */
export function commandOrRefusal(name: string): RegisteredCommand<CommandName> {
  const command = findCommand(name)
  if (command === null) throw new Refusal('unknown-command', `There is no command ${name}`, { command: name })
  return command
}

const isPreview = (payload: unknown): boolean => typeof payload === 'object' && payload !== null && 'preview' in payload
