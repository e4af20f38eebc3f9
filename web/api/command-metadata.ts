import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { type CommandMetadata, createCommandMetadata } from '../../activities/command.ts'
import type { Actor } from '../../domain/actor.ts'
import { RequestRefused } from './problem.ts'

/**
 * The command's id from actor, command and the caller's `Idempotency-Key`; without one, the request stands alone.
 *
 * @param about what the command is about, so that a key used again for something else is noticed
 * @throws RequestRefused 400 when the key is no key
 */
export function askedBy(c: Context, actor: Actor, command: string, about: string, payload: unknown): CommandMetadata {
  const key = c.req.header('idempotency-key') ?? randomUUID()
  if (!/^[\x21-\x7e][\x20-\x7e]{0,254}$/.test(key))
    throw new RequestRefused({
      status: 400,
      code: 'idempotency-key-malformed',
      title: 'The Idempotency-Key is not well formed',
      detail: 'An Idempotency-Key has 1 to 255 printable characters.',
    })
  return createCommandMetadata(actor, `api/${command}`, key, { about, payload })
}
