import { setTimeout as wait } from 'node:timers/promises'

/** A part of the installation that is to run for as long as the installation does. */
export type SupervisedProcess = {
  readonly name: string
  /** Starts it, and returns when it does its work. @throws Error when it ends before that */
  start(): Promise<void>
  isAlive(): boolean
  /** Returns when it has ended. One that has ended is no error. */
  stop(): Promise<void>
}

export type Keeper = {
  /** Starts a part and keeps it from then on. */
  add(part: SupervisedProcess): Promise<void>
  /** Stops all, the newest first. */
  stop(): Promise<void>
}

const lookMs = 250
const longestPauseMs = 15_000

/** Looks after parts: one that ends is started again, at once the first time, then after longer and longer pauses. */
export function createKeeper(say: (line: string) => void): Keeper {
  const kept: { readonly part: SupervisedProcess; working: Promise<void> }[] = []
  const stopping = new AbortController()

  const keep = async (part: SupervisedProcess): Promise<void> => {
    let failures = 0
    while (!stopping.signal.aborted) {
      if (part.isAlive()) {
        await wait(lookMs, undefined, { signal: stopping.signal }).catch(() => undefined)
        continue
      }
      say(`${part.name} ended: starting it again`)
      const beganMs = performance.now()
      failures = await part.start().then(
        () => 0,
        (error: unknown) => {
          say(`${part.name} does not start: ${error instanceof Error ? error.message : String(error)}`)
          return failures + 1
        },
      )
      const pauseMs = Math.min(longestPauseMs, failures === 0 ? 1_000 : 500 * 2 ** failures) - (performance.now() - beganMs)
      if (pauseMs > 0) await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  return {
    add: async (part) => {
      if (stopping.signal.aborted) throw new Error('The installation is stopping')
      const starting = part.start()
      const entry = { part, working: starting }
      kept.push(entry)
      await starting
      entry.working = keep(part)
    },
    stop: async () => {
      stopping.abort()
      for (const { part, working } of kept.splice(0).toReversed()) {
        await part.stop()
        // It may have been starting at that moment, by the keeper or for the first time.
        await Promise.allSettled([working])
        await part.stop()
      }
    },
  }
}
