import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { ownedId } from '../../domain/ids.ts'
import { requireMay } from '../../domain/permissions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { computedCriterion } from '../../domain/rulebook/supervision.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import type { CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'

export type SupervisionOpening = {
  readonly organization: string
  /** No list of a day before this one is made. */
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/** The id of the cycle that makes an organization's list. */
export const supervisionCycle = (organization: string): string => ownedId(organization, 'supervision')

/**
 * Opens the cycle that makes the list of those in serious failure, in each year on its two days.
 *
 * @throws Refusal `already-opened`; `rule-not-known` where the organization declares no criterion that can be computed
 */
export function openSupervision(
  context: UseCaseContext,
  metadata: CommandMetadata,
  { organization, trackedFrom, synthetic }: SupervisionOpening,
): Promise<CommandResult> {
  requireMay(metadata.actor, 'open-cycle', null)
  return retryOnVersionConflict(async () => {
    const cycle = supervisionCycle(organization)
    const { histories, answered } = await context.log.read([stream.cycle(cycle)], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    if ((histories[0]?.version ?? 0) > 0) throw new Refusal('already-opened', `The cycle ${cycle} was opened before`, { cycle })
    const rules = context.reference.supervisionOf(organization)
    if (rules === null || computedCriterion(rules) === null)
      throw new Refusal('rule-not-known', `${organization} declares no criterion by which a list could be made`, { organization })
    const today = await context.clock.today(context.reference.zoneOf(organization))
    const { title, prepared, refreshed } = rules.list
    const days = { prepared: { month: prepared.month, day: prepared.day }, refreshed: { month: refreshed.month, day: refreshed.day } }
    const data = { organization, title, ...days, trackedFrom, synthetic }
    return context.log.append({
      ...metadata,
      streams: [{ stream: stream.cycle(cycle), atVersion: 0, events: [{ type: 'SupervisionOpened', occurredOn: today, data }] }],
    })
  })
}
