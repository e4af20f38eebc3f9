import type { Role } from './actor-name.ts'
import { isWithin, type Principal } from './principal.ts'
import { Refusal, type RefusalCode } from './refusal.ts'

/** `own`: on what one's own party owes, a State or a unit that has focal points; `units`: on what the organization's own units owe; `any`: on whatever of one's organization it concerns. */
export type Permission = 'own' | 'units' | 'any'

/** Who may give a command. A role that is not named may not. */
export type MayBeGivenBy = Readonly<Partial<Record<Role, Permission>>>

/** What the `id` of a command names. */
export type Scope = 'obligation' | 'session' | 'decision' | 'cycle' | 'plan' | 'party' | 'organization'

/** What a command concerns. */
export type Concern = {
  readonly scope: Scope
  readonly id: string
  readonly organization: string
  /** Who owes, or `null` where it concerns no party. */
  readonly party: string | null
  readonly owedBy: 'member' | 'unit'
}

/** Whether a principal may give a command that concerns this party of this organization. */
export function mayGive(principal: Principal, mayBeGivenBy: MayBeGivenBy, { organization, party, owedBy }: Pick<Concern, 'organization' | 'party' | 'owedBy'>) {
  if (!isWithin(principal, organization)) return false
  const permission = mayBeGivenBy[principal.role]
  if (permission === 'units') return owedBy === 'unit'
  return permission === 'any' || (permission === 'own' && party !== null && principal.party === party)
}

/**
 * What another organization owns is answered as if it did not exist.
 *
 * @throws Refusal `not-allowed`; `unknown-...` for what is another organization's
 */
export function requireGiver(
  principal: Principal,
  { name, mayBeGivenBy }: { readonly name: string; readonly mayBeGivenBy: MayBeGivenBy },
  concern: Concern,
): void {
  const { organization, party } = concern
  if (!isWithin(principal, organization)) throw unknownTo(concern)
  if (mayGive(principal, mayBeGivenBy, concern)) return
  const { role, subject } = principal
  const whose = party === null ? '' : ` for ${party}`
  const who = role === subject ? `The ${role}` : `${role} ${subject}`
  throw new Refusal('not-allowed', `${who} may not ${name}${whose}`, { role, id: subject, command: name, party: party ?? '' })
}

function unknownTo({ scope, id, organization }: Concern): Refusal {
  if (scope === 'party' || scope === 'organization') return new Refusal('unknown-organization', `There is no organization ${organization}`, { organization })
  return new Refusal(unknown[scope], `There is no ${scope} ${id}`, { [scope]: id })
}

const unknown: Readonly<Record<Exclude<Scope, 'party' | 'organization'>, RefusalCode>> = {
  obligation: 'unknown-obligation',
  session: 'unknown-session',
  decision: 'unknown-decision',
  cycle: 'unknown-cycle',
  plan: 'unknown-plan',
}
