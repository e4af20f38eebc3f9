import { type Referred, referredSession } from '../../domain/session/forward-reference.ts'
import type { House } from '../house.ts'
import { knownSessions } from '../session/known-sessions.ts'
import type { GivenSession } from './decision-payload.ts'

/** The session that is meant, and how it was quoted where it was named by number and month. */
export type Meant = { readonly session: string; readonly quoted: (Referred['quoted'] & { readonly renumbered: boolean }) | null }

/** @throws Refusal as `referredSession` does */
export async function meantSession(house: Pick<House, 'log'>, given: GivenSession): Promise<Meant> {
  if (typeof given === 'string') return { session: given, quoted: null }
  const { organization, ...printed } = given
  const { session, quoted, renumbered } = referredSession(printed, await knownSessions(house, organization))
  return { session, quoted: { ...quoted, renumbered } }
}
