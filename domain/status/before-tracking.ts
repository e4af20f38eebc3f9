import type { KnownObligation } from '../obligation/state.ts'

/**
 * All of its limits were over before tracking began, and nothing is on record: what was sent or reported then is not here,
 * and nobody is to be blamed for that.
 */
export const isUntracked = ({ limits, trackedFrom, reports }: KnownObligation): boolean =>
  reports.length === 0 && limits.length > 0 && limits.every(({ dueOn }) => dueOn < trackedFrom)
