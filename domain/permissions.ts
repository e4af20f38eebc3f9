import type { Actor } from './actor.ts'
import type { Role } from './actor-name.ts'
import { Refusal } from './refusal.ts'

/** `own`: on what one's own party owes; `units`: on what the organization's own units owe; `any`: on whatever it concerns. */
export type Permission = 'own' | 'units' | 'any'

/** Who may give a command. A role that is not named may not. */
export type MayBeGivenBy = Readonly<Partial<Record<Role, Permission>>>

/** Whom a command concerns: the party that owes, or `null` where it concerns no party. */
export type Concern = { readonly party: string | null; readonly owedBy: 'member' | 'unit' }

/** Whether an actor may give a command that concerns this party. */
export function mayGive(actor: Actor, mayBeGivenBy: MayBeGivenBy, { party, owedBy }: Concern): boolean {
  const permission = mayBeGivenBy[actor.role]
  if (permission === 'units') return owedBy === 'unit'
  return permission === 'any' || (permission === 'own' && party !== null && actor.id === party)
}

/** @throws Refusal `not-allowed` */
export function requireGiver(actor: Actor, { name, mayBeGivenBy }: { readonly name: string; readonly mayBeGivenBy: MayBeGivenBy }, concern: Concern): void {
  if (mayGive(actor, mayBeGivenBy, concern)) return
  const { party } = concern
  const whose = party === null ? '' : ` for ${party}`
  const who = actor.role === actor.id ? `The ${actor.role}` : `${actor.role} ${actor.id}`
  throw new Refusal('not-allowed', `${who} may not ${name}${whose}`, { role: actor.role, id: actor.id, command: name, party: party ?? '' })
}

/** The commands on one obligation, and who may give each. */
export const obligationPermissions = {
  // A Government reports for itself; the secretariat records what came on paper, the system what a document itself reports.
  'submit-report': { ministry: 'own', secretariat: 'any', system: 'any' },
  'complete-report': { ministry: 'own', secretariat: 'any' },
  // What a Government said only it takes back; for a unit nobody else could.
  'withdraw-report': { ministry: 'own', secretariat: 'units' },
  'return-report': { reviewer: 'any' },
  'accept-report': { reviewer: 'any' },
  'acknowledge-report': { secretariat: 'any', reviewer: 'any' },
  'state-exceptional-circumstances': { ministry: 'own', secretariat: 'any' },
} as const satisfies Readonly<Record<string, MayBeGivenBy>>

/** @throws Refusal `not-allowed` */
export const requireMay = (actor: Actor, name: keyof typeof obligationPermissions, party: string, owedBy: Concern['owedBy'] = 'member'): void =>
  requireGiver(actor, { name, mayBeGivenBy: obligationPermissions[name] }, { party, owedBy })
