import { Readable } from 'node:stream'

/**
 * How far a message got.
 *
 * `held`: not a byte left. `begun`: bytes left, the final dot did not. `ended`: the final dot may have left.
 */
export type Progress = 'held' | 'begun' | 'ended'

/**
 * A message that leaves only once `beforeBytes` says so.
 *
 * The SMTP client pipes it after the relay answered DATA, so the first read is the moment between that answer and the first byte.
 */
export class HeldMessage extends Readable {
  progress: Progress = 'held'
  /** Settles once the question was put and answered; `undefined` while it was never put. */
  answer: Promise<'send' | 'withhold'> | undefined
  readonly #bytes: Uint8Array
  readonly #beforeBytes: () => Promise<'send' | 'withhold'>
  #offset = 0

  constructor(bytes: Uint8Array, beforeBytes: () => Promise<'send' | 'withhold'>) {
    // A buffer of one byte: the end is not read ahead of the last chunk, so `begun` stays true until the dot is next.
    super({ highWaterMark: 1 })
    this.#bytes = bytes
    this.#beforeBytes = beforeBytes
  }

  override _read(): void {
    if (this.answer !== undefined) {
      this.#pushNext()
      return
    }
    this.answer = this.#beforeBytes()
    this.answer.then(
      (answer) => (answer === 'send' ? this.#pushNext() : this.destroy(new Error('withheld'))),
      (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
    )
  }

  #pushNext(): void {
    // The connection may have been lost while the question was open: then nothing leaves.
    if (this.destroyed) return
    if (this.#offset >= this.#bytes.length) {
      this.progress = 'ended'
      this.push(null)
      return
    }
    this.progress = 'begun'
    const chunk = this.#bytes.subarray(this.#offset, this.#offset + chunkBytes)
    this.#offset += chunk.length
    this.push(chunk)
  }
}

const chunkBytes = 16 * 1024
