import { createHash, hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Encrypted, EncryptedStore } from '../../activities/ports.ts'
import { mutableQueries } from '../postgres/mutable-tables.ts'
import { runQuery } from '../postgres/write-queries.ts'
import { decrypt, drawKey, drawNonce, encrypt, type Secrecy } from './encryption.ts'

/** An id was encrypted before, with other content: what an event names must not change under it. */
export class EncryptedBefore extends Error {
  override readonly name = 'SealedBefore'

  constructor(id: string) {
    super(`${id} was encrypted before with other content`)
  }
}

/** Destroys a subject's key and everything under it. Every proof still holds; what was given out cannot be recalled. */
export type ErasableStore = EncryptedStore & { erase(subject: string): Promise<void> }

type Item = {
  readonly subject: string
  readonly media_type: string
  readonly nonce: Buffer
  readonly ciphertext: Buffer
  readonly sha256: Buffer
  readonly key: Buffer
}

/**
 * Encrypted items in PostgreSQL, by AES-256-GCM under a key for each subject.
 *
 * The hash that an event carries is SHA-256 of nonce ‖ ciphertext ‖ tag.
 *
 * @param pool of the service's login
 * @param secrecy `{ seed }` in a rehearsal, so that the same play has the same hashes; a live installation draws keys and nonces at random
 */
export function createEncryptedStore(pool: Pool, secrecy: Secrecy = {}): ErasableStore {
  const find = async (id: string): Promise<Item | undefined> => {
    const items = mutableQueries.selectFrom('encrypted_item').innerJoin('subject_key', 'subject_key.subject', 'encrypted_item.subject')
    const [item] = await runQuery(pool, items.select(['encrypted_item.subject', 'media_type', 'nonce', 'ciphertext', 'sha256', 'key']).where('id', '=', id))
    return item
  }

  const keyOf = async (subject: string): Promise<Buffer> => {
    const select = () => runQuery(pool, mutableQueries.selectFrom('subject_key').select('key').where('subject', '=', subject))
    const [known] = await select()
    if (known !== undefined) return known.key
    const drawn = mutableQueries.insertInto('subject_key').values({ subject, key: drawKey(subject, secrecy) })
    await runQuery(
      pool,
      drawn.onConflict((on) => on.column('subject').doNothing()),
    )
    const [stored] = await select()
    if (stored === undefined) throw new Error('The key was destroyed while an item was being encrypted')
    return stored.key
  }

  return {
    encrypt: async ({ id, subject, mediaType, content }): Promise<Encrypted> => {
      const key = await keyOf(subject)
      const nonce = drawNonce(id, secrecy)
      const ciphertext = encrypt(key, nonce, associated(id, subject, mediaType), content)
      const sha256 = hashOf(nonce, ciphertext)
      const inserted = mutableQueries
        .insertInto('encrypted_item')
        .columns(['id', 'subject', 'media_type', 'nonce', 'ciphertext', 'sha256'])
        // Only under the key that is there: nothing is encrypted under one that is destroyed meanwhile.
        .expression((eb) =>
          eb
            .selectFrom('subject_key')
            .select([
              sql<string>`${id}::text`.as('id'),
              'subject',
              sql<string>`${mediaType}::text`.as('media_type'),
              sql<Buffer>`${nonce}::bytea`.as('nonce'),
              sql<Buffer>`${ciphertext}::bytea`.as('ciphertext'),
              sql<Buffer>`${sha256}::bytea`.as('sha256'),
            ])
            .where('subject', '=', subject)
            .where('key', '=', key),
        )
        .onConflict((on) => on.column('id').doNothing())
        .returning('id')
      const [own] = await runQuery(pool, inserted)
      if (own !== undefined) return { id, sha256: sha256.toString('hex') }

      const stored = await find(id)
      if (stored === undefined) throw new Error(`${id} was erased while it was being encrypted`)
      if (stored.subject !== subject || stored.media_type !== mediaType || opened(id, stored) !== content) throw new EncryptedBefore(id)
      return { id, sha256: stored.sha256.toString('hex') }
    },

    open: async (id) => {
      const item = await find(id)
      return item === undefined ? null : { mediaType: item.media_type, content: opened(id, item) }
    },

    erase: async (subject) => {
      const items = mutableQueries.with('gone', (db) => db.deleteFrom('encrypted_item').where('subject', '=', subject))
      await runQuery(pool, items.deleteFrom('subject_key').where('subject', '=', subject))
    },
  }
}

function opened(id: string, { subject, media_type, nonce, ciphertext, sha256, key }: Item): string {
  if (!hashOf(nonce, ciphertext).equals(sha256)) throw new Error(`The stored bytes of ${id} are not those of its hash`)
  return decrypt(key, nonce, associated(id, subject, media_type), ciphertext)
}

/** Bound to the ciphertext: an item cannot be passed off as another's. */
const associated = (id: string, subject: string, mediaType: string): Buffer => hash('sha256', JSON.stringify([id, subject, mediaType]), 'buffer')

const hashOf = (nonce: Buffer, ciphertext: Buffer): Buffer => createHash('sha256').update(nonce).update(ciphertext).digest()
