import { plusDays } from '../domain/calendar/calendar-date.ts'
import type { Clock } from './ports.ts'
import type { Night } from './workflow-activities.ts'

/**
 * The next night at any of the seats: each organization's day ends at its own, and what was missed is repaired as that day begins.
 *
 * @param zones IANA names of the seats' zones; with none, the night is that of UTC
 */
export async function nextNight(clock: Clock, zones: readonly string[]): Promise<Night> {
  const [first = 'UTC', ...others] = new Set(zones)
  const nights = await Promise.all([first, ...others].map((zone) => nightAt(clock, zone)))
  return nights.reduce((next, each) => ((each.waitMs ?? Infinity) < (next.waitMs ?? Infinity) ? each : next))
}

async function nightAt(clock: Clock, zone: string): Promise<Night> {
  const night = plusDays(await clock.today(zone), 1)
  return { waitMs: await clock.waitMsUntil(night, zone), summary: `Reconciles the record with Temporal on ${night} (${zone})` }
}
