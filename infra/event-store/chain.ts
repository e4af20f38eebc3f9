import { createHash } from 'node:crypto'

/** What stands before the first event. */
export const emptyChain: Buffer = Buffer.alloc(32)

/** RFC 6962 leaf hash of a line, without its newline: the same leaves serve the chain and a Merkle tree. */
export const leafOf = (line: string): Buffer => createHash('sha256').update(leafPrefix).update(line, 'utf8').digest()

const leafPrefix = Buffer.from([0x00])

export const chainOf = (previous: Buffer, leaf: Buffer): Buffer => createHash('sha256').update(previous).update(leaf).digest()
