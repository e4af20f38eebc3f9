import type { Actor } from './actor.ts'
import type { Role } from './actor-name.ts'
import { Refusal } from './refusal.ts'

/** Everything that may be asked of the house from outside, by its name in the API and in scenarios. */
export const commandNames = [
  'submit-report',
  'complete-report',
  'withdraw-report',
  'return-report',
  'accept-report',
  'acknowledge-report',
  'state-exceptional-circumstances',
  'close-session',
  'adopt-instrument',
  'announce-session',
  'cancel-session',
  'record-event',
  'record-decision',
  'open-plan',
  'revise-plan',
  'close-plan',
  'enter-obligation',
  'open-cycle',
  'import-facts',
  'admit-member',
  'give-withdrawal-notice',
  'record-comment',
  'record-comment-reply',
  'record-listing',
  'record-hearing',
  'record-conclusions',
  'clear-supervision',
] as const
export type CommandName = (typeof commandNames)[number]

/** Who may ask what: `own` means for the obligations of one's own party alone, a State or a unit that has focal points, `units` for what the organization's own units owe. */
const permissions: Readonly<Record<CommandName, Readonly<Partial<Record<Role, 'own' | 'units' | 'any'>>>>> = {
  // A Government reports for itself; the secretariat records what came on paper.
  'submit-report': { ministry: 'own', secretariat: 'any', system: 'any' },
  'complete-report': { ministry: 'own', secretariat: 'any' },
  // What a Government said only it takes back. A unit may have nobody of its own: then the secretariat does.
  'withdraw-report': { ministry: 'own', secretariat: 'units' },
  'state-exceptional-circumstances': { ministry: 'own', secretariat: 'any' },
  'return-report': { reviewer: 'any' },
  'accept-report': { reviewer: 'any' },
  'acknowledge-report': { secretariat: 'any', reviewer: 'any' },
  'close-session': { secretariat: 'any' },
  'adopt-instrument': { secretariat: 'any' },
  'announce-session': { secretariat: 'any' },
  'cancel-session': { secretariat: 'any' },
  'record-event': { secretariat: 'any' },
  'record-decision': { secretariat: 'any' },
  'open-plan': { secretariat: 'any', system: 'any' },
  'revise-plan': { secretariat: 'any' },
  'close-plan': { secretariat: 'any' },
  'enter-obligation': { secretariat: 'any' },
  'open-cycle': { secretariat: 'any', system: 'any' },
  'import-facts': { system: 'any' },
  'admit-member': { secretariat: 'any' },
  'give-withdrawal-notice': { secretariat: 'any' },
  // What bodies decide, the secretariat records; a Government replies for itself.
  'record-comment': { secretariat: 'any' },
  'record-comment-reply': { ministry: 'own', secretariat: 'any' },
  'record-listing': { secretariat: 'any' },
  'record-hearing': { secretariat: 'any' },
  'record-conclusions': { secretariat: 'any' },
  'clear-supervision': { secretariat: 'any' },
}

/**
 * Whether an actor may give a command, on an obligation of a party where it concerns one.
 *
 * @param party who owes, or `null` where the command concerns no obligation
 */
export function may(actor: Actor, command: CommandName, party: string | null, owedBy: 'member' | 'unit' = 'member'): boolean {
  const permission = permissions[command][actor.role]
  if (permission === 'units') return owedBy === 'unit'
  return permission === 'any' || (permission === 'own' && party !== null && actor.id === party)
}

/** @throws Refusal `not-allowed` */
export function requireMay(actor: Actor, command: CommandName, party: string | null, owedBy?: 'member' | 'unit'): void {
  if (may(actor, command, party, owedBy)) return
  const whose = party === null ? '' : ` for ${party}`
  const who = actor.role === actor.id ? `The ${actor.role}` : `${actor.role} ${actor.id}`
  throw new Refusal('not-allowed', `${who} may not ${command}${whose}`, { role: actor.role, id: actor.id, command, party: party ?? '' })
}
