import { Refusal } from '../refusal.ts'
import type { KnownObligation, Report } from './state.ts'

/** The report that is named, or the newest that was not withdrawn. @throws Refusal when there is none, or it was withdrawn */
export function requireReport(state: KnownObligation, id: string | undefined): Report {
  const found = id === undefined ? state.reports.findLast(({ review }) => review !== 'withdrawn') : state.reports.find((report) => report.id === id)
  if (found === undefined) throw new Refusal('unknown-report', 'There is no such report on this obligation', id === undefined ? {} : { report: id })
  if (found.review === 'withdrawn') throw new Refusal('already-withdrawn', 'The report was withdrawn', { report: found.id })
  return found
}
