import { z } from 'zod'
import { roles } from './actor-name.ts'

/**
 * Who acts: a role and an opaque id, never a name.
 *
 * A ministry's id is the code of its party; the installation's own steps carry the part of the installation that took them.
 */
export const actor = z.object({ role: z.enum(roles), id: z.string().min(1) })
export type Actor = Readonly<z.infer<typeof actor>>

export const system = (part: string): Actor => ({ role: 'system', id: part })
