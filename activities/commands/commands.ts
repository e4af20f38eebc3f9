import type { CommandMetadata } from '../command.ts'
import { giveByName, type MetadataFor, previewByName } from './give-by-name.ts'
import type { CommandContext, Handled } from './handle.ts'
import { type Changed, changeObligation, type ObligationCommandName } from './obligation/change-obligation.ts'
import type { Preview } from './preview.ts'

/** How faces give commands. They hold neither the record nor what decides on it. */
export interface Commands {
  /** @throws Refusal `unknown-command`, `preview-sent-as-command`, or when a rule says no; ZodError when the payload is not well formed */
  give(metadata: MetadataFor, name: string, payload: unknown): Promise<Handled>
  /** Records nothing. @throws Refusal `unknown-command`, `no-preview`, or when a rule says no; ZodError when the payload is not well formed */
  preview(metadata: MetadataFor, name: string, payload: unknown): Promise<Preview>
  /** Says how the obligation stands after it. @throws Refusal when a rule says no; ZodError when the payload is not well formed */
  changeObligation(metadata: CommandMetadata, name: ObligationCommandName, payload: unknown): Promise<Changed>
}

export const createCommands = (context: CommandContext): Commands => ({
  give: (metadata, name, payload) => giveByName(context, metadata, name, payload),
  preview: (metadata, name, payload) => previewByName(context, metadata, name, payload),
  changeObligation: (metadata, name, payload) => changeObligation(context, metadata, name, payload),
})
