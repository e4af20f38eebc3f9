import { z } from 'zod'
import { requireMay } from '../../domain/may.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import { type Asked, decidingAgain, firstResult } from '../command.ts'
import { givenSources, sourcesFrom } from '../given-source.ts'
import type { House } from '../house.ts'
import type { CommandResult } from '../ports.ts'
import { openPlanOnRecord } from './on-record.ts'

export const closePlanPayload = z.strictObject({ plan: z.string().min(1), reason: z.string().trim().min(1).max(2_000), source: givenSources.optional() })

/**
 * Closes a plan: nothing of it is added or revised any more. What is open stays open, and what waits for its days is still told.
 *
 * @throws Refusal `unknown-plan`, `plan-closed`, `unknown-document`
 */
export function closePlan(house: House, asked: Asked, payload: z.output<typeof closePlanPayload>): Promise<CommandResult> {
  requireMay(asked.actor, 'close-plan', null)
  const { plan, reason } = payload
  return decidingAgain(async () => {
    const { histories, answered } = await house.log.read([stream.cycle(plan)], asked.commandId)
    if (answered !== null) return firstResult(asked, answered)
    const [history] = histories
    const { organization } = openPlanOnRecord(plan, history).plan
    const today = await house.clock.today(house.reference.zoneOf(organization))
    const source = sourcesFrom(house, organization, payload.source, asked)
    const events = [{ type: 'PlanClosed', occurredOn: today, data: { reason, source } }]
    return house.log.append({ ...asked, streams: [{ stream: stream.cycle(plan), atVersion: history?.version ?? 0, events }] })
  })
}
