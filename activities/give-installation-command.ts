import type { z } from 'zod'
import type { CommandMetadata } from './command.ts'
import { enterObligationPayload, recordDecisionPayload } from './decision/decision-payload.ts'
import { enterObligation, recordDecision } from './decision/record-decision.ts'
import { recordEvent, recordEventPayload } from './occurrence/record-event.ts'
import { closePlan, closePlanPayload } from './plan/close-plan.ts'
import { revisePlan } from './plan/revise-plan.ts'
import { revisePlanPayload } from './plan/revision-payload.ts'
import { announceSession, announceSessionPayload } from './session/announce-session.ts'
import { cancelSession, cancelSessionPayload } from './session/cancel-session.ts'
import { closeSession, closeSessionPayload } from './session/close-session.ts'
import type { UseCaseContext } from './use-case-context.ts'

type Deciding = UseCaseContext & { readonly synthetic?: boolean }

/** What may be asked beside the commands on one obligation: each with the payload that its use case takes. */
const given = {
  'announce-session': taking(announceSessionPayload, announceSession),
  'cancel-session': taking(cancelSessionPayload, cancelSession),
  'close-session': taking(closeSessionPayload, closeSession),
  'record-event': taking(recordEventPayload, recordEvent),
  'record-decision': taking(recordDecisionPayload, recordDecision),
  'enter-obligation': taking(enterObligationPayload, enterObligation),
  'revise-plan': taking(revisePlanPayload, revisePlan),
  'close-plan': taking(closePlanPayload, closePlan),
} as const

export type InstallationCommandName = keyof typeof given
export const installationCommandNames = Object.keys(given) as readonly InstallationCommandName[]

export const isInstallationCommand = (name: string): name is InstallationCommandName => installationCommandNames.some((each) => each === name)

/**
 * Gives a command on sessions, events, decisions or plans by its name, as scenarios do: the same use cases as the command line's.
 *
 * @throws ZodError when the payload is not well formed; Refusal when a rule says no
 */
export async function giveInstallationCommand(context: Deciding, metadata: CommandMetadata, name: InstallationCommandName, payload: unknown): Promise<void> {
  await given[name](context, metadata, payload)
}

function taking<Schema extends z.ZodType>(schema: Schema, give: (context: Deciding, metadata: CommandMetadata, payload: z.output<Schema>) => Promise<unknown>) {
  return (context: Deciding, metadata: CommandMetadata, payload: unknown): Promise<unknown> => give(context, metadata, schema.parse(payload))
}
