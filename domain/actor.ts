import { z } from 'zod'
import { isPartyCode } from './party-code.ts'

/** The roles that a person or a part of the house may act in. Who may do what: `may.ts`. */
export const roles = ['ministry', 'secretariat', 'reviewer', 'auditor', 'system'] as const
export type Role = (typeof roles)[number]

/**
 * Who acts: a role and an opaque id, never a name.
 *
 * A ministry's id is the code of its party; the house's own steps carry the part of the house that took them.
 */
export const actor = z.object({ role: z.enum(roles), id: z.string().min(1) })
export type Actor = Readonly<z.infer<typeof actor>>

export const system = (part: string): Actor => ({ role: 'system', id: part })

/** As people write it: `ministry:FRA`, `secretariat`. */
export const actorName = ({ role, id }: Actor): string => (role === id ? role : `${role}:${id}`)

/** Reads `ministry:FRA`, `secretariat`; `null` for anything else, and for the house itself: nobody outside acts as it. */
export function actorNamed(text: string): Actor | null {
  const [name = '', id = name, ...rest] = text.split(':')
  const role = roles.find((each) => each === name && each !== 'system')
  if (role === undefined || rest.length > 0 || id === '' || (role === 'ministry' && !isPartyCode(id))) return null
  return { role, id }
}
