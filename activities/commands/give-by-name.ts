import { Refusal } from '../../domain/refusal.ts'
import type { CommandMetadata } from '../command.ts'
import type { CommandContext } from './handle.ts'
import { type Preview, previewOf } from './preview.ts'
import type { Given, RegisteredCommand } from './registered-command.ts'
import { type CommandName, findCommand } from './registry.ts'

/**
 * Gives a command by its name, as every face does.
 *
 * @throws Refusal `unknown-command`, `preview-sent-as-command`, or when a rule says no; ZodError when the payload is not well formed
 */
export async function giveByName(context: CommandContext, metadata: CommandMetadata, name: string, payload: unknown): Promise<Given> {
  const command = commandOrRefusal(name)
  if (isPreview(payload))
    throw new Refusal('preview-sent-as-command', `${name} was sent as a command, and its payload asks for a preview: a preview is asked for apart`, {
      command: name,
    })
  return command.give(context, metadata, command.payload.parse(payload))
}

/**
 * What a command would change, by its name. Nothing is recorded.
 *
 * @throws Refusal `unknown-command`, `no-preview`, or when a rule says no; ZodError when the payload is not well formed
 */
export async function previewByName(context: CommandContext, metadata: CommandMetadata, name: string, payload: unknown): Promise<Preview> {
  const command = commandOrRefusal(name)
  if (!command.preview) throw new Refusal('no-preview', `${name} has no preview: it changes nothing for others`, { command: name })
  return previewOf(context.log, name, await command.look(context, metadata, command.payload.parse(payload)))
}

/** @throws Refusal `unknown-command` */
export function commandOrRefusal(name: string): RegisteredCommand<CommandName> {
  const command = findCommand(name)
  if (command === null) throw new Refusal('unknown-command', `There is no command ${name}`, { command: name })
  return command
}

const isPreview = (payload: unknown): boolean => typeof payload === 'object' && payload !== null && 'preview' in payload
