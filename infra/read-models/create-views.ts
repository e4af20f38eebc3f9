import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Views } from '../../activities/views.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { answering } from './answering.ts'
import { position } from './questions.ts'
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
  /** Brings the views up to the head before each answer: for a process that answers once, while no other may project the views. */
  readonly projection?: Pick<Subscription, 'catchUp'>
}

/**
 * The read models' answers.
 *
 * @param pool of the web's login; of the service's where a projection is given
 */
export function createViews(pool: Pool, { reader, projection }: ViewsOptions): ReadyViews {
  const asking = askingAs(pool, reader)
  const ask: Ask = async (text, values) => {
    await projection?.catchUp()
    return asking(text, values)
  }
  return {
    ...answering(ask),
    waitFor: async (awaited, atMostMs = 1_000) => {
      const until = performance.now() + atMostMs
      while ((await position(ask)) < awaited) {
        if (performance.now() >= until) return false
        await wait(20)
      }
      return true
    },
  }
}
