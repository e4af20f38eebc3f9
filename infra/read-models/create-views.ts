import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Views } from '../../activities/views.ts'
import type { Feed } from './feed.ts'
import * as questions from './questions.ts'
import { type Ask, askingAs, type Reader } from './reader.ts'

export type ReadyViews = Views & {
  /**
   * Waits until the views are at a position, as a page does after a write of its reader's.
   *
   * @returns whether they are; when not, the page says that it is catching up
   */
  waitFor(position: number, atMostMs?: number): Promise<boolean>
}

export type ViewsOptions = {
  readonly reader: Reader
  /** Brings the views up to the head before each answer: for a process that answers once, with no feed beside it. */
  readonly feed?: Feed
}

/**
 * The read models' answers.
 *
 * @param pool of the web's login; of the service's where a feed is given
 */
export function createViews(pool: Pool, { reader, feed }: ViewsOptions): ReadyViews {
  const asking = askingAs(pool, reader)
  const ask: Ask = async (text, values) => {
    await feed?.catchUp()
    return asking(text, values)
  }
  return {
    cycles: () => questions.cycles(ask),
    obligations: (filter, asOf) => questions.obligations(ask, filter, asOf ?? null),
    obligation: (id) => questions.obligation(ask, id),
    letters: (obligation) => questions.letters(ask, obligation ?? null),
    instruments: () => questions.instruments(ask),
    sessions: () => questions.sessions(ask),
    history: (obligation) => questions.history(ask, obligation),
    position: () => questions.position(ask),
    waitFor: async (position, atMostMs = 1_000) => {
      const until = performance.now() + atMostMs
      while ((await questions.position(ask)) < position) {
        if (performance.now() >= until) return false
        await wait(20)
      }
      return true
    },
  }
}
