import type { KnownObligation, Report } from './state.ts'

/** Whether a report with these values ends an obligation, once nothing is missing from it: by its kind, any complete one, or one that reaches the target. */
export function discharges(values: Report['values'], state: KnownObligation): boolean {
  if (state.family === 'instrument' || state.discharge.by === 'complete-report') return true
  const { discharge, target } = state
  return target !== null && Number(values[discharge.field]) >= target.atLeast
}
