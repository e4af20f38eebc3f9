import type { Actor } from './actor.ts'
import { isPartyCode } from './party-code-pattern.ts'

/** The roles that a person or a part of the installation may act in. Who may do what: `may.ts`. */
export const roles = ['ministry', 'secretariat', 'reviewer', 'auditor', 'system'] as const
export type Role = (typeof roles)[number]

/** Who acts, as people name it: with the organization where they say it. */
export type NamedActor = Actor & { readonly organization?: string }

/** As people write it: `ministry:FRA`, `secretariat`. */
export const actorName = ({ role, id }: Actor): string => (role === id ? role : `${role}:${id}`)

/** Reads `ministry:FRA`, `secretariat`, `<organization>/secretariat`; `null` for anything else, and for the system itself: nobody outside acts as it. */
export function actorNamed(text: string): NamedActor | null {
  const slash = text.indexOf('/')
  const organization = slash < 0 ? null : text.slice(0, slash)
  const [name = '', id = name, ...rest] = text.slice(slash + 1).split(':')
  const role = roles.find((each) => each === name && each !== 'system')
  if (role === undefined || rest.length > 0 || id === '' || (role === 'ministry' && !isPartyCode(id))) return null
  if (organization === null) return { role, id }
  return /^[a-z][a-z0-9-]*$/.test(organization) ? { role, id, organization } : null
}
