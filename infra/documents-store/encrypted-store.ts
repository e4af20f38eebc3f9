import { createHash, hash } from 'node:crypto'
import type { Pool } from 'pg'
import type { Encrypted, EncryptedStore } from '../../activities/ports.ts'
import { decrypt, drawKey, drawNonce, encrypt, type Secrecy } from './encryption.ts'

/** An id was sealed before, with other content: what an event names must not change under it. */
export class EncryptedBefore extends Error {
  override readonly name = 'SealedBefore'

  constructor(id: string) {
    super(`${id} was sealed before with other content`)
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
 * Sealed items in PostgreSQL, by AES-256-GCM under a key for each subject.
 *
 * The hash that an event carries is SHA-256 of nonce ‖ ciphertext ‖ tag.
 *
 * @param pool of the service's login
 * @param secrecy `{ seed }` in a rehearsal, so that the same play has the same hashes; a live installation draws keys and nonces at random
 */
export function createEncryptedStore(pool: Pool, secrecy: Secrecy = {}): ErasableStore {
  const find = async (id: string): Promise<Item | undefined> => {
    const text = 'select subject, media_type, nonce, ciphertext, sha256, key from encrypted_item join subject_key using (subject) where id = $1'
    const { rows } = await pool.query<Item>(text, [id])
    return rows[0]
  }

  const keyOf = async (subject: string): Promise<Buffer> => {
    const select = () => pool.query<{ key: Buffer }>('select key from subject_key where subject = $1', [subject])
    const { rows: known } = await select()
    if (known[0] !== undefined) return known[0].key
    await pool.query('insert into subject_key (subject, key) values ($1, $2) on conflict (subject) do nothing', [subject, drawKey(subject, secrecy)])
    const { rows } = await select()
    if (rows[0] === undefined) throw new Error('The key was destroyed while an item was being sealed')
    return rows[0].key
  }

  return {
    encrypt: async ({ id, subject, mediaType, content }): Promise<Encrypted> => {
      const key = await keyOf(subject)
      const nonce = drawNonce(id, secrecy)
      const ciphertext = encrypt(key, nonce, associated(id, subject, mediaType), content)
      // Only under the key that stands: one that is destroyed meanwhile seals nothing.
      const text = `insert into encrypted_item (id, subject, media_type, nonce, ciphertext, sha256)
        select $1, $2, $3, $4::bytea, $5::bytea, $6::bytea from subject_key where subject = $2 and key = $7 on conflict (id) do nothing`
      const sha256 = hashOf(nonce, ciphertext)
      const { rowCount } = await pool.query(text, [id, subject, mediaType, nonce, ciphertext, sha256, key])
      if (rowCount === 1) return { id, sha256: sha256.toString('hex') }

      const stored = await find(id)
      if (stored === undefined) throw new Error(`${id} was erased while it was being sealed`)
      if (stored.subject !== subject || stored.media_type !== mediaType || opened(id, stored) !== content) throw new EncryptedBefore(id)
      return { id, sha256: stored.sha256.toString('hex') }
    },

    open: async (id) => {
      const item = await find(id)
      return item === undefined ? null : { mediaType: item.media_type, content: opened(id, item) }
    },

    erase: async (subject) => {
      const text = 'with gone as (delete from encrypted_item where subject = $1) delete from subject_key where subject = $1'
      await pool.query(text, [subject])
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
