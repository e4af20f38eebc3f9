export type Closing = {
  /** Says how something ends that was begun; given after the end, it is ended at once. */
  keep<T>(end: (value: T) => Promise<unknown>): (value: T) => T
  /** Ends everything, the newest first. One that will not end does not keep the others. @throws the first failure */
  close(): Promise<void>
}

/** What was begun together and is to end together. */
export function createClosing(): Closing {
  const ends: (() => Promise<unknown>)[] = []
  let closed = false
  return {
    keep: (end) => (value) => {
      if (closed) void end(value).catch(() => undefined)
      else ends.push(() => end(value))
      return value
    },
    close: async () => {
      closed = true
      const failures: unknown[] = []
      for (const end of ends.splice(0).toReversed()) await end().catch((failure: unknown) => failures.push(failure))
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** Never resolves. @throws the signal's reason */
export const stopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
