import { isOwnedId, nameWithin, organizationOf } from '../domain/ids.ts'
import { malformed } from './failure.ts'
import type { AvailableInstallation } from './ports.ts'

/**
 * `FRA`, of the one organization that supervises its Members, or `<organization>:FRA`. Whether it is a Member, the rules say.
 *
 * @throws CommandFailed where it is no such code, or several organizations could be meant
 */
export function resolveMember(installation: AvailableInstallation, given: string): { readonly organization: string; readonly member: string } {
  const member = nameWithin(given).toUpperCase()
  if (!/^[A-Z]{3}$/.test(member)) throw malformed(`"${given}" names no State: write its three letters, as FRA`, { member: given })
  return { organization: isOwnedId(given) ? organizationOf(given) : supervisedOrganization(installation), member }
}

/** The one organization whose rules declare supervision. @throws CommandFailed where there is none, or more than one */
export function supervisedOrganization({ installation }: AvailableInstallation): string {
  const [only, ...others] = installation.reference.supervised()
  if (only === undefined) throw malformed('No organization declares supervision in its seeds')
  if (others.length > 0) throw malformed(`Several organizations supervise their Members: name one of ${[only, ...others].join(', ')}`)
  return only
}
