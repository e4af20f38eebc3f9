import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { type CommandMetadata, createCommandMetadata } from '../../activities/command.ts'
import type { NamedActor } from '../../domain/actor-name.ts'
import { principalIn } from '../../domain/principal.ts'
import { RequestRefused } from './problem.ts'

/**
 * Who gives a command, once it is known which organization the command concerns. The command's id is made from actor, command and the caller's `Idempotency-Key`; without one, the request stands alone.
 *
 * @param payload as the registry's command takes it, so that a key used again for something else is noticed
 * @throws RequestRefused 400 when the key is no key
 */
export function askedBy(c: Context, actor: NamedActor, command: string, payload: unknown): (organization: string) => CommandMetadata {
  const key = c.req.header('idempotency-key') ?? randomUUID()
  if (!/^[\x21-\x7e][\x20-\x7e]{0,254}$/.test(key))
    throw new RequestRefused({
      status: 400,
      code: 'idempotency-key-malformed',
      title: 'The Idempotency-Key is not well formed',
      detail: 'An Idempotency-Key has 1 to 255 printable characters.',
    })
  return (organization) => createCommandMetadata(principalIn(actor, organization, 'http'), `api/${command}`, key, payload)
}
