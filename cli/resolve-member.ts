import { isOwnedId, nameWithin, organizationOf } from '../domain/ids.ts'
import { isPartyCode } from '../domain/party-code-pattern.ts'
import { malformed } from './failure.ts'
import type { SeenInstallation } from './read-as.ts'

/**
 * `FRA`, of the one organization that supervises its Members, or `<organization>:FRA`, in small letters as well. Whether it is a Member, the rules say.
 *
 * @throws CommandFailed where it is no such code, or several organizations could be meant
 */
export async function resolveMember(installation: SeenInstallation, given: string): Promise<{ readonly organization: string; readonly member: string }> {
  const organization = isOwnedId(given) ? organizationOf(given) : supervisedOrganization(installation)
  return { organization, member: await memberOf(installation, organization, nameWithin(given)) }
}

/** The code as it is on record, whatever its capital letters; one that is not on record as it was given. @throws CommandFailed where it can be no code */
export async function memberOf({ views }: SeenInstallation, organization: string, given: string): Promise<string> {
  if (!isPartyCode(given)) throw malformed(`"${given}" names no Member: write its code, as FRA`, { member: given })
  const known = (await views.parties()).filter((each) => each.organization === organization).map(({ party }) => party)
  return known.find((each) => each.toLowerCase() === given.toLowerCase()) ?? given
}

/** The one organization whose rules declare supervision. @throws CommandFailed where there is none, or more than one */
export function supervisedOrganization({ views }: SeenInstallation): string {
  const [only, ...others] = views.supervised()
  if (only === undefined) throw malformed('No organization declares supervision in its seeds')
  if (others.length > 0) throw malformed(`Several organizations supervise their Members: name one of ${[only, ...others].join(', ')}`)
  return only
}
