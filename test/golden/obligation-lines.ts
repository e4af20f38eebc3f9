import type { ObligationRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { obligationId } from '../../domain/ids.ts'
import type { KnownObligation, Report } from '../../domain/obligation/state.ts'
import { statusOn } from '../../domain/status/status-on.ts'
import { outcomeOf } from '../../domain/status/tally.ts'
import { limitsOf } from './limits.ts'
import { goldenName } from './names.ts'
import type { RecordFacts } from './record-facts.ts'

/** One line for each obligation, in byte order of its id. */
export function obligationLines(rows: readonly ObligationRow[], record: RecordFacts, lastDay: CalendarDate): readonly object[] {
  const known = new Set(rows.map(({ id }) => id))
  return rows.map(({ id, state }) => ({
    obligation: id,
    kind: goldenName(state.kind),
    party: state.party,
    cycle: state.cycle,
    status: goldenName(state.status),
    outcome: goldenName(outcomeOf(state)),
    ...performanceOf(state, lastDay),
    circumstances: state.circumstancesStated,
    ...record.countsOf(id),
    referral: referralOf(state, known),
    reports: state.reports.map(reportFacts),
    limits: limitsOf(id, state),
  }))
}

/** When it was done, when the report of it came, and whether it was done in time: of what is still open as well. */
function performanceOf(state: KnownObligation, lastDay: CalendarDate) {
  const { performance } = statusOn(state, lastDay)
  const discharging = state.reports.find(({ id }) => id === state.dischargedBy)
  return {
    performedOn: performance?.performedOn ?? null,
    receivedOn: discharging?.receivedOn ?? null,
    done: performance === null ? null : goldenName(performance.class),
  }
}

/** The obligation to which this one led, where it led to one. */
function referralOf({ organization, request, party, kindSnapshot: { opens } }: KnownObligation, known: ReadonlySet<string>): string | null {
  const id = opens === null ? null : obligationId({ organization, request, kind: opens.kind, party })
  return id !== null && known.has(id) ? id : null
}

const reportFacts = ({ receivedOn, performedOn, missing, furtherInformation, review, returnDue, acknowledged, values }: Report) => ({
  receivedOn,
  performedOn,
  missing: missing.length,
  further: furtherInformation,
  review: goldenName(review),
  returnDue,
  acknowledged,
  copies: [Number(values.copiesToEmployers ?? 0), Number(values.copiesToWorkers ?? 0)],
})
