import { createHash } from 'node:crypto'

export type Dice = (name: string) => number

/** Numbers in [0, 1), each by its name: adding one moves no other. */
export const dice =
  (seed: string): Dice =>
  (name) =>
    createHash('sha256').update(`${seed}/${name}`).digest().readUInt32BE(0) / 2 ** 32
