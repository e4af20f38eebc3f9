import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { actorOf, type Principal } from '../domain/principal.ts'
import { CommandIdReused, VersionConflict } from './conflicts.ts'
import type { Append, CommandResult } from './ports.ts'

/** Who asks, under which id, and for what. The same id asked again is answered with the first result. */
export type CommandMetadata = { readonly commandId: string; readonly principal: Principal; readonly bodyHash?: string; readonly causationId?: string }

/** A command from outside, named by its principal, the route and the caller's own key: two callers cannot meet in one id. */
export function createCommandMetadata(principal: Principal, route: string, key: string, body: unknown): CommandMetadata {
  const { organization, role, subject } = principal
  const id = hashOf({ organization, role, subject, route, key }).slice(0, 32)
  return { commandId: `${route}/${id}`, principal, bodyHash: hashOf(body) }
}

/** How a command stands on the record: under its id, by a role and an opaque id. */
export const recordedAs = ({ principal, ...rest }: CommandMetadata): Pick<Append, 'commandId' | 'actor' | 'bodyHash' | 'causationId'> => ({
  ...rest,
  actor: actorOf(principal),
})

/** SHA-256 of the canonical form, in hex. */
export const hashOf = (body: unknown): string =>
  createHash('sha256')
    .update(canonicalize(body) ?? 'null')
    .digest('hex')

/** The first result, for the actor that made it and for the same request only. @throws CommandIdReused */
export function firstResult(metadata: CommandMetadata, answered: CommandResult): CommandResult {
  const { role, id } = actorOf(metadata.principal)
  const same = answered.actor.role === role && answered.actor.id === id && answered.bodyHash === (metadata.bodyHash ?? null)
  if (!same) throw new CommandIdReused(metadata.commandId)
  return answered
}

const attempts = 20

/** Reads and decides again when another writer was first, a bounded number of times. @throws VersionConflict */
export async function retryOnVersionConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof VersionConflict) || tries === attempts) throw error
    }
  }
}
