import type { KnownObligation } from '../obligation/state.ts'

/**
 * All that could have been done lay before tracking began, and nothing is on record: what was sent or answered then is not here,
 * and nobody is to be blamed for that.
 */
export const isUntracked = ({ family, scheduled, limits, trackedFrom, reports }: KnownObligation): boolean => {
  if (reports.length > 0) return false
  if (family === 'instrument') return scheduled.every(({ on }) => on < trackedFrom)
  return limits.length > 0 && limits.every(({ dueOn }) => dueOn < trackedFrom)
}
