import type { Append, Encrypted, EncryptedStore } from '../ports.ts'
import type { WrittenContent } from './command-definition.ts'

/**
 * Encrypts what people wrote and puts the hash of each ciphertext where the events await it.
 *
 * The ciphertext is on disk before the event that names it, and after the rules said yes: a refused command leaves nothing behind.
 */
export async function encryptWritten(
  store: Pick<EncryptedStore, 'encrypt'>,
  written: readonly WrittenContent[],
  streams: Append['streams'],
): Promise<Append['streams']> {
  if (written.length === 0) return streams
  const encrypted = new Map<string, Encrypted>()
  for (const item of written) encrypted.set(item.id, await store.encrypt(item))
  return streams.map((each) => ({ ...each, events: each.events.map((event) => ({ ...event, data: filledIn(event.data, encrypted) as typeof event.data })) }))
}

function filledIn(value: unknown, encrypted: ReadonlyMap<string, Encrypted>): unknown {
  if (Array.isArray(value)) return value.map((each) => filledIn(each, encrypted))
  if (typeof value !== 'object' || value === null) return value
  const { id, sha256 } = value as Partial<Encrypted>
  if (sha256 === '' && id !== undefined) return encrypted.get(id) ?? notWritten(id)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, filledIn(each, encrypted)]))
}

function notWritten(id: string): never {
  throw new TypeError(`An event names ${id}, and nobody wrote it`)
}
