import type { Context } from 'hono'
import type { Actor } from '../../domain/actor.ts'
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

const roles = ['secretariat', 'reviewer', 'auditor'] as const

/**
 * Who acts, as the header `X-Actor` says: `ministry:FRA`, `secretariat`, `reviewer`, `auditor`.
 *
 * @throws RequestRefused 401 without the header, 400 naming a role or a State that does not exist
 */
export async function actorOf(c: Context, identity: WebPorts['identity']): Promise<Actor> {
  const said = c.req.header('x-actor')?.trim() ?? ''
  if (said === '')
    throw new RequestRefused({
      status: 401,
      code: 'actor-missing',
      title: 'Nobody is named',
      detail: 'Name the actor in the header X-Actor: ministry:<code of its party>, secretariat, reviewer or auditor.',
    })
  const [name = '', state, ...rest] = said.split(':')
  const role = roles.find((each) => each === name)
  if (role !== undefined && state === undefined) return { role, id: role }
  if (name === 'ministry' && state !== undefined && rest.length === 0) {
    if (await identity.isParty(state)) return { role: 'ministry', id: state }
    throw unknownActor('unknown-state', `There is no Member or unit ${state}: X-Actor names a ministry by the code of its party, as ministry:FRA.`, said)
  }
  throw unknownActor('unknown-role', `X-Actor says ${said}: use ministry:<code of its party>, secretariat, reviewer or auditor.`, said)
}

const unknownActor = (code: string, detail: string, actor: string) =>
  new RequestRefused({ status: 400, code, title: 'The actor is not known', detail, facts: { actor } })
