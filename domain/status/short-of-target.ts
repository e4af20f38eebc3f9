import type { KnownObligation } from '../obligation/state.ts'

/** Its reports are whole, and the number in none of them reaches the target. */
export const isShortOfTarget = (state: KnownObligation): boolean =>
  state.status === 'open' && state.target !== null && state.reports.some(({ review, missing }) => review !== 'withdrawn' && missing.length === 0)
