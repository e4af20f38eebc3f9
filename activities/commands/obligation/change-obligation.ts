import type { KnownObligation } from '../../../domain/obligation/state.ts'
import type { CommandMetadata } from '../../command.ts'
import { stateAfter } from '../../obligation/state-after.ts'
import type { CommandResult } from '../../ports.ts'
import type { CommandContext } from '../handle.ts'
import { type CommandName, commandNamed } from '../registry.ts'
import { idFrom } from './report-id.ts'

/** What a command did to one obligation. */
export type Changed = {
  /** `null`: no news, nothing was recorded. */
  readonly result: CommandResult | null
  /** As the obligation stands after it. */
  readonly state: KnownObligation
  readonly head: number
  /** Of the report that the command brought: its number, and what is still missing. `null` for other commands. */
  readonly receipt: Receipt | null
}
type Receipt = { readonly report: string; readonly missing: readonly string[] }

/** The commands of the registry whose scope is an obligation. */
export type ObligationCommandName = Extract<CommandName, `${string}-report` | 'state-exceptional-circumstances'>

/**
 * Gives a command on one obligation, and says how the obligation stands after it.
 *
 * @throws Refusal when a rule says no; ZodError when the payload is not well formed, or a report is none to the obligation's questions
 */
export async function changeObligation(context: CommandContext, metadata: CommandMetadata, name: ObligationCommandName, payload: unknown): Promise<Changed> {
  const command = commandNamed(name)
  const handled = await command.give(context, metadata, command.payload.parse(payload))
  const { result, head } = handled
  const state = stateAfter(handled)
  const received = state.reports.find(({ id }) => id === idFrom(metadata))
  return { result, state, head, receipt: received === undefined ? null : { report: received.id, missing: received.missing } }
}
