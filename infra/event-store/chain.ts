import { hash } from 'node:crypto'

/** What stands before the first event. */
export const emptyChain: Buffer = Buffer.alloc(32)

/** RFC 6962 leaf hash, SHA-256(0x00 ‖ line), of a line without its newline: the same leaves serve the chain and a Merkle tree. */
export const leafOf = (line: string): Buffer => hash('sha256', `\u0000${line}`, 'buffer')

export const chainOf = (previous: Buffer, leaf: Buffer): Buffer => hash('sha256', Buffer.concat([previous, leaf]), 'buffer')
