import type { NamedActor } from '../domain/actor-name.ts'
import { type Principal, principalIn, type Via } from '../domain/principal.ts'

/** Who there is to act and to read. */
export interface Identity {
  /** Whether a party, a Member or a unit, may act through a focal point, by its code. */
  isParty(code: string): Promise<boolean>
  /** The organizations in which somebody of this role and id may be. */
  organizationsOf(actor: NamedActor): Promise<readonly string[]>
}

/**
 * Whoever reads, within the organization that the name says, else the only one in which they can be.
 *
 * @returns the organizations from which the name has to choose where there is not exactly one; none where nobody is named so
 */
export async function readerNamed(
  identity: Identity,
  named: NamedActor,
  via: Via,
): Promise<{ readonly principal: Principal } | { readonly organizations: readonly string[] }> {
  const known = await identity.organizationsOf(named)
  const organizations = named.organization === undefined ? known : known.filter((each) => each === named.organization)
  const [only, ...others] = organizations
  return only !== undefined && others.length === 0 ? { principal: principalIn(named, only, via) } : { organizations }
}
