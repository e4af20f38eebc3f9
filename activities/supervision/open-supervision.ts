import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { requireMay } from '../../domain/may.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import { Refusal } from '../../domain/refusal.ts'
import { computedCriterion } from '../../domain/rulebook/supervision.ts'
import { type Asked, decidingAgain, firstResult } from '../command.ts'
import type { House } from '../house.ts'
import type { CommandResult } from '../ports.ts'

export type SupervisionOpening = {
  readonly organization: string
  /** No list of a day before this one is made. */
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/** The id of the cycle that makes an organization's list. */
export const supervisionCycle = (organization: string): string => `${organization}:supervision`

/**
 * Opens the cycle that makes the list of those in serious failure, in each year on its two days.
 *
 * @throws Refusal `already-opened`; `rule-not-known` where the organization declares no criterion that can be computed
 */
export function openSupervision(house: House, asked: Asked, { organization, trackedFrom, synthetic }: SupervisionOpening): Promise<CommandResult> {
  requireMay(asked.actor, 'open-cycle', null)
  return decidingAgain(async () => {
    const cycle = supervisionCycle(organization)
    const { histories, answered } = await house.log.read([stream.cycle(cycle)], asked.commandId)
    if (answered !== null) return firstResult(asked, answered)
    if ((histories[0]?.version ?? 0) > 0) throw new Refusal('already-opened', `The cycle ${cycle} was opened before`, { cycle })
    const rules = house.reference.supervisionOf(organization)
    if (rules === null || computedCriterion(rules) === null)
      throw new Refusal('rule-not-known', `${organization} declares no criterion by which a list could be made`, { organization })
    const today = await house.clock.today(house.reference.zoneOf(organization))
    const { title, prepared, refreshed } = rules.list
    const days = { prepared: { month: prepared.month, day: prepared.day }, refreshed: { month: refreshed.month, day: refreshed.day } }
    const data = { organization, title, ...days, trackedFrom, synthetic }
    return house.log.append({
      ...asked,
      streams: [{ stream: stream.cycle(cycle), atVersion: 0, events: [{ type: 'SupervisionOpened', occurredOn: today, data }] }],
    })
  })
}
