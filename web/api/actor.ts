import type { Context } from 'hono'
import { readerNamed } from '../../activities/identity.ts'
import { actorName, actorNamed, type NamedActor } from '../../domain/actor-name.ts'
import { type Principal, systemPrincipal } from '../../domain/principal.ts'
import { isLoopback } from '../loopback.ts'
import type { WebPorts } from '../ports.ts'
import { RequestRefused } from './problem.ts'

/** Anywhere but on the loopback address nobody can say who they are, until there is sign-in. @throws RequestRefused 401 */
export function requireLoopback(c: Context): void {
  if (isLoopback(c)) return
  throw new RequestRefused({
    status: 401,
    code: 'sign-in-required',
    title: 'Sign-in is required',
    detail: 'This interface answers requests from the loopback address of its own machine only, until sign-in is there.',
  })
}

/**
 * Who acts, as the header `X-Actor` names them: `ministry:FRA`, `secretariat`, `reviewer`, `auditor`; with the organization before it where another
 * than the one concerned is meant, `<organization>/secretariat`.
 *
 * @throws RequestRefused 401 without the header, 400 naming a role or a State that does not exist
 */
export async function actorOf(c: Context, identity: WebPorts['identity']): Promise<NamedActor> {
  const said = c.req.header('x-actor')?.trim() ?? ''
  if (said === '')
    throw new RequestRefused({
      status: 401,
      code: 'actor-missing',
      title: 'Nobody is named',
      detail: 'Name the actor in the header X-Actor: ministry:<code of its party>, secretariat, reviewer or auditor.',
    })
  const named = actorNamed(said)
  if (named !== null && (named.role === 'ministry' ? await identity.isParty(named.id) : named.id === named.role)) return named
  const [, state] = /^(?:[^/]*\/)?ministry:([^:]*)$/.exec(said) ?? []
  throw state === undefined
    ? unknownActor('unknown-role', `X-Actor says ${said}: use ministry:<code of its party>, secretariat, reviewer or auditor.`, said)
    : unknownActor('unknown-state', `There is no Member or unit ${state}: X-Actor names a ministry by the code of its party, as ministry:FRA.`, said)
}

/**
 * Who reads: whoever `X-Actor` names; without it, those who operate the installation at its own machine. Nobody else is answered without a name.
 *
 * @throws RequestRefused 401 away from the loopback address; 400 naming a role or a State that does not exist, or where the organization is not named
 */
export async function readerOf(c: Context, identity: WebPorts['identity']): Promise<Principal> {
  requireLoopback(c)
  if (c.req.header('x-actor') === undefined) return systemPrincipal('operator', 'http')
  const named = await actorOf(c, identity)
  const found = await readerNamed(identity, named, 'http')
  if ('principal' in found) return found.principal
  const name = actorName(named)
  throw found.organizations.length === 0
    ? unknownActor('unknown-organization', `There is no ${name} in an organization of that name.`, name)
    : unknownActor('ambiguous-organization', `Say of which organization: ${found.organizations.map((each) => `${each}/${name}`).join(' or ')}.`, name)
}

const unknownActor = (code: string, detail: string, actor: string) =>
  new RequestRefused({ status: 400, code, title: 'The actor is not known', detail, facts: { actor } })
