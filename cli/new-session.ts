import { isOwnedId, nameWithin, organizationOf, ownedId } from '../domain/ids.ts'
import { malformed } from './failure.ts'
import type { SeenInstallation } from './read-as.ts'

/**
 * A session by its code or its whole id, on record or not yet, as the installation names it.
 *
 * @throws CommandFailed where it does not say of which organization it is, and there are several
 */
export async function newSession({ views }: SeenInstallation, given: string): Promise<string> {
  const known = (await views.sessions()).map(({ id }) => id)
  const found = known.filter((id) => [id, nameWithin(id)].some((each) => each.toLowerCase() === given.toLowerCase()))
  if (found.length === 1 && found[0] !== undefined) return found[0]
  if (isOwnedId(given)) return given
  const organizations = [...new Set(known.map(organizationOf))]
  const [only, ...others] = organizations
  if (only === undefined || others.length > 0)
    throw malformed(
      `Say of which organization ${given} is a session: write ${organizations.map((each) => `${each}:${given}`).join(' or ') || 'its code before it, as in a:b'}`,
      {
        session: given,
      },
    )
  return ownedId(only, given)
}
