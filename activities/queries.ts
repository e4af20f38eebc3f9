import type { Principal } from '../domain/principal.ts'
import type { Views } from './views.ts'

/**
 * What faces may ask: every question is asked as somebody, and what they may not see is answered as if it did not exist.
 *
 * Pages, programs and the command line read through it, never the log.
 */
export interface Queries {
  as(principal: Principal): Views
}
