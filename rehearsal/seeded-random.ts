import { createHash } from 'node:crypto'

export type SeededRandom = (name: string) => number

/** Numbers in [0, 1), each by its name: adding one moves no other. */
export const random =
  (seed: string): SeededRandom =>
  (name) =>
    createHash('sha256').update(`${seed}/${name}`).digest().readUInt32BE(0) / 2 ** 32

/** The part into whose share a number in [0, 1) falls; the last one takes what rounding leaves. @throws RangeError where there are no parts */
export function partAt<Part extends string>(number: number, parts: readonly { readonly part: Part; readonly share: number }[]): Part {
  const last = parts.at(-1)
  let left = number
  for (const { part, share } of parts) {
    if (left < share) return part
    left -= share
  }
  if (last === undefined) throw new RangeError('There is no part to draw')
  return last.part
}
