import type { KnownObligation } from '../obligation/state.ts'

/**
 * All that could have been done lay before tracking began, and nothing is on record: what was sent or answered then is not here,
 * and nobody is to be blamed for that.
 */
export const isUntracked = ({ family, planned, deadlines, trackedFrom, reports }: KnownObligation): boolean => {
  if (reports.length > 0) return false
  if (family === 'instrument') return planned.every(({ on }) => on < trackedFrom)
  return deadlines.length > 0 && deadlines.every(({ dueOn }) => dueOn < trackedFrom)
}
