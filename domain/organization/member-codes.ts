import { z } from 'zod'
import { Refusal } from '../refusal.ts'

/** A standard from which an organization takes the codes of its Members, where it follows one. */
export const memberCodes = z.enum(['iso-3166-1-alpha-3'])
export type MemberCodes = z.infer<typeof memberCodes>

/** @throws Refusal `malformed-member-code` where a code has not the form that the organization's Members have */
export function requireMemberCode(member: string, standard: MemberCodes | null): void {
  if (standard === null || /^[A-Z]{3}$/.test(member)) return
  throw new Refusal('malformed-member-code', `${member} is no code of a Member here: they have three capital letters, by ISO 3166-1 alpha-3`, { member })
}
