import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEncryptedStore, EncryptedBefore } from '../../../infra/documents-store/encrypted-store.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

const letter = { id: 'letter/1', subject: 'ministry:FRA', mediaType: 'message/rfc822', content: 'Genève, le 1er août: ¿señor?' }

describe('the encrypted store', () => {
  let database: FreshInstallation
  let pool: Pool
  let owner: Client

  beforeAll(async () => {
    database = await openFreshInstallation()
    pool = openPool(database.connections.service)
    owner = new Client({ connectionString: database.url })
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await pool.end()
    await database.drop()
  })

  it('opens what it encrypted, and answers the same when it is encrypted again', async () => {
    const store = createEncryptedStore(pool)
    const encrypted = await store.encrypt(letter)
    expect(await store.encrypt(letter)).toStrictEqual(encrypted)
    expect(await store.open(letter.id)).toStrictEqual({ mediaType: letter.mediaType, content: letter.content })
  })

  it('gives the SHA-256 of nonce, ciphertext and tag, and holds no plain text', async () => {
    const { sha256 } = await createEncryptedStore(pool).encrypt({ ...letter, id: 'letter/2' })
    const { rows } = await owner.query(
      "select encode(sha256(nonce || ciphertext), 'hex') as hash, position('Gen'::bytea in ciphertext) as plain from encrypted_item where id = 'letter/2'",
    )
    expect(rows[0]).toStrictEqual({ hash: sha256, plain: 0 })
  })

  it.each([{ content: 'other' }, { mediaType: 'text/plain' }, { subject: 'ministry:DEU' }])(
    'refuses an id that was encrypted with other content: %o',
    async (other) => {
      const store = createEncryptedStore(pool)
      await store.encrypt(letter)
      await expect(store.encrypt({ ...letter, ...other })).rejects.toThrow(EncryptedBefore)
      expect((await store.open(letter.id))?.content).toBe(letter.content)
    },
  )

  it('will not open bytes that were changed, nor one item in the place of another', async () => {
    const store = createEncryptedStore(pool)
    await store.encrypt({ ...letter, id: 'letter/3' })
    await store.encrypt({ ...letter, id: 'letter/4', content: 'another' })
    await owner.query("update encrypted_item set ciphertext = set_byte(ciphertext, 0, get_byte(ciphertext, 0) # 1) where id = 'letter/3'")
    await expect(store.open('letter/3')).rejects.toThrow('letter/3')
    await owner.query(
      `update encrypted_item set (nonce, ciphertext, sha256) = (select nonce, ciphertext, sha256 from encrypted_item where id = 'letter/4') where id = 'letter/3'`,
    )
    await expect(store.open('letter/3')).rejects.toThrow()
  })

  it('forgets a subject, key and rows, and no other', async () => {
    const store = createEncryptedStore(pool)
    await store.encrypt({ ...letter, id: 'e/1', subject: 'ministry:TUN' })
    await store.encrypt({ ...letter, id: 'e/2', subject: 'ministry:MAR' })
    await store.erase('ministry:TUN')
    expect(await store.open('e/1')).toBeNull()
    expect(await store.open('e/2')).not.toBeNull()
    const { rows } = await owner.query("select from subject_key where subject = 'ministry:TUN'")
    expect(rows).toHaveLength(0)
  })

  it('draws at random in a live installation, so that no two installations share a hash', async () => {
    const store = createEncryptedStore(pool)
    const first = await store.encrypt({ ...letter, id: 'd/1', subject: 'ministry:ITA' })
    await store.erase('ministry:ITA')
    expect(await store.encrypt({ ...letter, id: 'd/1', subject: 'ministry:ITA' })).not.toStrictEqual(first)
  })

  it('derives all from the seed in a rehearsal, so that the same play has the same hash and another seed another', async () => {
    const encryptedUnder = async (seed: string) => {
      const store = createEncryptedStore(pool, { seed })
      const { sha256 } = await store.encrypt({ ...letter, id: 's/1', subject: 'ministry:ESP' })
      await store.erase('ministry:ESP')
      return sha256
    }
    expect(await encryptedUnder('1')).toBe(await encryptedUnder('1'))
    expect(await encryptedUnder('2')).not.toBe(await encryptedUnder('1'))
  })
})
