import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** With a seed, keys and nonces are derived; without one they are drawn at random. */
export type Secrecy = { readonly seed?: string }

/** 32 bytes; derived by HKDF (RFC 5869) from seed and subject where there is a seed. */
export const drawKey = (subject: string, { seed }: Secrecy): Buffer => (seed === undefined ? randomBytes(32) : derived(seed, `key/${subject}`, 32))

/** 12 bytes; derived from the item's own id where there is a seed. */
export const drawNonce = (id: string, { seed }: Secrecy): Buffer => (seed === undefined ? randomBytes(12) : derived(seed, `nonce/${id}`, 12))

const derived = (seed: string, purpose: string, bytes: number): Buffer => Buffer.from(hkdfSync('sha256', seed, 'follow-up rehearsal', purpose, bytes))

/** AES-256-GCM: ciphertext, then its tag of 16 bytes. */
export function encrypt(key: Buffer, nonce: Buffer, associated: Buffer, content: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated)
  return Buffer.concat([cipher.update(content, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** @throws Error when the bytes were not made with this key, nonce and associated data */
export function decrypt(key: Buffer, nonce: Buffer, associated: Buffer, encrypted: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(associated).setAuthTag(encrypted.subarray(-tagLength))
  return Buffer.concat([decipher.update(encrypted.subarray(0, -tagLength)), decipher.final()]).toString('utf8')
}

const tagLength = 16
