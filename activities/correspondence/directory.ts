import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { foldOrganization } from '../fold.ts'
import type { EventLog } from '../ports.ts'

const known = new WeakMap<EventLog, Map<string, { readonly asked: string; readonly organization: Promise<Organization> }>>()

/**
 * An organization and its Members' names, read once a day at the seat: a name that changes is used from the next day on.
 * Nothing is decided from it.
 */
export function directoryOf(log: EventLog, organization: string, today: CalendarDate): Promise<Organization> {
  const entries = known.get(log) ?? new Map()
  known.set(log, entries)
  const entry = entries.get(organization)
  if (entry?.asked === today) return entry.organization
  const fresh = log.read([stream.organization(organization)]).then(({ histories }) => foldOrganization(histories[0]))
  entries.set(organization, { asked: today, organization: fresh })
  fresh.catch(() => entries.delete(organization))
  return fresh
}
