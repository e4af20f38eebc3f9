import type { Actor } from './actor.ts'
import { isPartyCode } from './party-code-pattern.ts'

/** The roles that a person or a part of the house may act in. Who may do what: `may.ts`. */
export const roles = ['ministry', 'secretariat', 'reviewer', 'auditor', 'system'] as const
export type Role = (typeof roles)[number]

/** As people write it: `ministry:FRA`, `secretariat`. */
export const actorName = ({ role, id }: Actor): string => (role === id ? role : `${role}:${id}`)

/** Reads `ministry:FRA`, `secretariat`; `null` for anything else, and for the house itself: nobody outside acts as it. */
export function actorNamed(text: string): Actor | null {
  const [name = '', id = name, ...rest] = text.split(':')
  const role = roles.find((each) => each === name && each !== 'system')
  if (role === undefined || rest.length > 0 || id === '' || (role === 'ministry' && !isPartyCode(id))) return null
  return { role, id }
}
