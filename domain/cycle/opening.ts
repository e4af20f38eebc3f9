import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { InLanguages } from '../languages.ts'
import { type AppliedProvision, computeSchedule } from '../obligation/compute-schedule.ts'
import type { Counting } from '../obligation/counting.ts'
import type { ObligationOpened } from '../obligation/events.ts'
import { snapshotOf } from '../obligation/kind-snapshot.ts'
import type { Kind } from '../rulebook/kind.ts'
import { inForceOn } from '../rulebook/rule.ts'

/** All that the obligations of a cycle share. */
export type CycleBasis = AppliedProvision & {
  readonly organization: string
  readonly cycle: string
  readonly instrument: string
  readonly title: InLanguages
  readonly kind: Kind
  readonly adoptedOn: CalendarDate
  readonly counting: Counting
  readonly openedOn: CalendarDate
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/**
 * What one party owes under an instrument, with its limits as computed from the session's closing and as printed.
 *
 * @throws RangeError when no version of the rule is in force on the day of the closing
 * @source ILO Constitution, article 19(5)(b), 19(6)(b), 19(7)(b)(i)
 */
export function openingFor(party: string, from: CycleBasis): ObligationOpened {
  const { organization, cycle, instrument, title, kind, adoptedOn, closing, rule, printed, counting, openedOn, trackedFrom, synthetic } = from
  const version = inForceOn(rule, closing.date)
  const { convention } = version
  if (convention === null) throw new RangeError(`${rule.code}: no way of counting is set, so nothing can be computed under it`)
  const kindSnapshot = snapshotOf(kind)
  const counted = { request: instrument, openedOn, trackedFrom, review: null, session: null, timing: null, counting }
  return {
    organization,
    cycle,
    request: instrument,
    kind: kind.code,
    party,
    owedBy: 'member',
    occurrence: null,
    title,
    basis: {
      type: 'provision',
      instrument,
      adoptedOn,
      rule: {
        code: rule.code,
        provision: rule.provision,
        versionFrom: version.from,
        convention: { status: convention.status, source: convention.source },
        source: [...version.source],
      },
    },
    ...computeSchedule({ ...counted, kindSnapshot, provision: { rule, closing, printed } }),
    session: closing.session,
    kindSnapshot,
    target: null,
    openedOn,
    trackedFrom,
    review: null,
    synthetic,
  }
}
