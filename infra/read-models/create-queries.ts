import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Views } from '../../activities/views.ts'
import { type Principal, systemPrincipal } from '../../domain/principal.ts'
import type { Subscription } from '../subscriptions/subscription.ts'
import { answering } from './answering.ts'
import { position } from './questions.ts'
import { type Ask, askingAs } from './reader.ts'

export type ReadyQueries = {
  as(principal: Principal): Views
  /** Position up to which the views are. */
  position(): Promise<number>
  /**
   * Waits until the views are at a position, as a page does after a write of its reader's.
   *
   * @returns whether they are; when not, the page says that it is catching up
   */
  waitFor(position: number, atMostMs?: number): Promise<boolean>
}

export type QueriesOptions = {
  /** Brings the views up to the head before each answer: for a process that answers once, while no other may project the views. */
  readonly projection?: Pick<Subscription, 'catchUp'>
}

/**
 * The read models' answers, each to a principal.
 *
 * @param pool of the web's login; of the service's where a projection is given
 */
export function createQueries(pool: Pool, { projection }: QueriesOptions = {}): ReadyQueries {
  const caughtUp =
    (asking: Ask): Ask =>
    async (query) => {
      await projection?.catchUp()
      return asking(query)
    }
  const askPosition = caughtUp(askingAs(pool, systemPrincipal('views')))
  return {
    as: (principal) => answering(caughtUp(askingAs(pool, principal))),
    position: () => position(askPosition),
    waitFor: async (awaited, atMostMs = 1_000) => {
      const until = performance.now() + atMostMs
      while ((await position(askPosition)) < awaited) {
        if (performance.now() >= until) return false
        await wait(20)
      }
      return true
    },
  }
}
