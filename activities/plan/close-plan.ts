import { z } from 'zod'
import { requireMay } from '../../domain/permissions.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import type { CommandResult } from '../ports.ts'
import { sourcesFrom, sourcesInput } from '../source-input.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { openPlanOnRecord } from './on-record.ts'

export const closePlanPayload = z.strictObject({ plan: z.string().min(1), reason: z.string().trim().min(1).max(2_000), source: sourcesInput.optional() })

/**
 * Closes a plan: nothing of it is added or revised any more. What is open stays open, and what waits for its days is still told.
 *
 * @throws Refusal `unknown-plan`, `plan-closed`, `unknown-document`
 */
export function closePlan(context: UseCaseContext, metadata: CommandMetadata, payload: z.output<typeof closePlanPayload>): Promise<CommandResult> {
  requireMay(metadata.actor, 'close-plan', null)
  const { plan, reason } = payload
  return retryOnVersionConflict(async () => {
    const { histories, answered } = await context.log.read([stream.cycle(plan)], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const [history] = histories
    const { organization } = openPlanOnRecord(plan, history).plan
    const today = await context.clock.today(context.reference.zoneOf(organization))
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const events = [{ type: 'PlanClosed', occurredOn: today, data: { reason, source } }]
    return context.log.append({ ...metadata, streams: [{ stream: stream.cycle(plan), atVersion: history?.version ?? 0, events }] })
  })
}
