import { type Referred, referredSession } from '../../domain/session/forward-reference.ts'
import { knownSessions } from '../session/known-sessions.ts'
import type { ReadingContext } from '../use-case-context.ts'
import type { SessionInput } from './decision-payload.ts'

/** The session that is meant, and how it was quoted where it was named by number and month. */
export type ResolvedSession = { readonly session: string; readonly quoted: (Referred['quoted'] & { readonly renumbered: boolean }) | null }

/** @throws Refusal as `referredSession` does */
export async function resolveSession(context: Pick<ReadingContext, 'log'>, given: SessionInput): Promise<ResolvedSession> {
  if (typeof given === 'string') return { session: given, quoted: null }
  const { organization, ...printed } = given
  const { session, quoted, renumbered } = referredSession(printed, await knownSessions(context, organization))
  return { session, quoted: { ...quoted, renumbered } }
}
