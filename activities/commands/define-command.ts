import type { z } from 'zod'
import type { CommandMetadata } from '../command.ts'
import type { CommandResult } from '../ports.ts'
import type { CommandDefinition } from './command-definition.ts'
import { type CommandContext, handle } from './handle.ts'

/** A command that can be given: called, it goes through the one handler and answers with its result on record. */
export type Command<Name extends string = string, Schema extends z.ZodType = z.ZodType, Shown = unknown> = {
  (context: CommandContext, metadata: CommandMetadata, payload: z.output<Schema>): Promise<CommandResult>
  readonly definition: CommandDefinition<Name, Schema, Shown>
}

/** Declares a command. Its definition is all that there is of it. */
export function defineCommand<const Name extends string, Schema extends z.ZodType, Shown = null>(
  definition: CommandDefinition<Name, Schema, Shown>,
): Command<Name, Schema, Shown> {
  const give = async (context: CommandContext, metadata: CommandMetadata, payload: z.output<Schema>): Promise<CommandResult> => {
    const { result } = await handle(context, definition, metadata, payload)
    if (result === null) throw new TypeError(`${definition.name} was decided without news, and without a refusal`)
    return result
  }
  return Object.assign(give, { definition })
}
