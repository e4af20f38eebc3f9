import type { z } from 'zod'
import type { CommandMetadata } from '../command.ts'
import type { CommandDefinition, Decision } from './command-definition.ts'
import type { Command } from './define-command.ts'
import { type CommandContext, type Handled, handle, lookAt } from './handle.ts'

/** A command as the registry lists it: whatever its payload, it is given and looked at in one way. */
export type RegisteredCommand<Name extends string = string> = Pick<CommandDefinition<Name>, 'name' | 'summary' | 'scope' | 'mayBeGivenBy' | 'preview'> & {
  readonly payload: z.ZodType
  /** The organization that a well-formed payload concerns. */
  readonly organizationOf: (context: CommandContext, payload: unknown) => Promise<string>
  /** @param payload well formed: parsed by `payload` */
  readonly give: (context: CommandContext, metadata: CommandMetadata, payload: unknown) => Promise<Handled>
  /** What it would record. Nothing is recorded. */
  readonly look: (context: CommandContext, metadata: CommandMetadata, payload: unknown) => Promise<Decision>
}

/** Lists a command that goes through the one handler. */
export function registered<const Name extends string, Schema extends z.ZodType, Shown>({ definition }: Command<Name, Schema, Shown>): RegisteredCommand<Name> {
  const { name, summary, scope, mayBeGivenBy, preview, payload } = definition
  return {
    ...{ name, summary, scope, mayBeGivenBy, preview, payload },
    organizationOf: async (context, parsed) => (await definition.about(parsed as z.output<Schema>, context)).organization,
    give: (context, metadata, parsed) => handle(context, definition, metadata, parsed as z.output<Schema>),
    look: async (context, metadata, parsed) => (await lookAt(context, definition, metadata, parsed as z.output<Schema>)).decision,
  }
}
