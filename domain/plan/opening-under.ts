import type { CalendarDate } from '../calendar/calendar-date.ts'
import { rowRequest } from '../ids.ts'
import { computeSchedule } from '../obligation/compute-schedule.ts'
import type { Counting } from '../obligation/counting.ts'
import type { ObligationOpened } from '../obligation/events.ts'
import { snapshotOf } from '../obligation/kind-snapshot.ts'
import type { Kind } from '../rulebook/kind.ts'
import type { SessionDays } from '../session/session-days.ts'
import type { Followed, Plan, Row } from './declaration.ts'

export type RowOpening = {
  /** The plan's id, `<organization>:<plan>`. */
  readonly cycle: string
  readonly plan: Pick<Plan, 'organization' | 'code' | 'reviewMonths' | 'horizon'>
  readonly row: Pick<Row, 'id' | 'about' | 'printed' | 'source'>
  readonly followed: Followed
  readonly kind: Kind
  /** A Member's code or a unit's. */
  readonly party: string
  readonly owedBy: ObligationOpened['owedBy']
  /** The session that the timing names, if it names one. */
  readonly session: SessionDays | null
  readonly counting: Counting
  readonly openedOn: CalendarDate
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/** What one party owes under one row, whole: its limits, its letters, what a report holds and what discharges it. */
export function openingUnder(opening: RowOpening): ObligationOpened {
  const { cycle, plan, row, followed, kind, party, owedBy, session, counting, openedOn, trackedFrom, synthetic } = opening
  const { timing, responsible, occurrence, title, target, recurs } = followed
  const kindSnapshot = snapshotOf(kind)
  const request = rowRequest(plan.code, row.id)
  const about = row.about === undefined ? {} : { about: row.about }
  const review = { everyMonths: plan.reviewMonths, until: plan.horizon.until }
  return {
    organization: plan.organization,
    cycle,
    request,
    kind: kind.code,
    party,
    owedBy,
    occurrence: occurrence ?? null,
    title,
    ...about,
    basis: {
      type: 'row',
      row: { id: row.id, printed: row.printed, timing, source: [...row.source] },
      ...(responsible === undefined ? {} : { responsible }),
    },
    ...(recurs === undefined ? {} : { recurs }),
    ...computeSchedule({ request, ...about, kindSnapshot, provision: null, timing, session, counting, openedOn, trackedFrom, review }),
    session: session?.id ?? null,
    kindSnapshot,
    target: target === undefined ? null : { atLeast: target.atLeast, unit: target.unit },
    openedOn,
    trackedFrom,
    review,
    synthetic,
  }
}
