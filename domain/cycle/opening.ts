import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type ObligationId, obligationId } from '../ids.ts'
import type { Instrument } from '../instrument/instrument.ts'
import type { InLanguages } from '../languages.ts'
import { type AppliedProvision, computeSchedule, type PrintedDates } from '../obligation/compute-schedule.ts'
import type { Counting } from '../obligation/counting.ts'
import type { ObligationOpened } from '../obligation/events.ts'
import { snapshotOf } from '../obligation/kind-snapshot.ts'
import { membersOn, type Organization } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'
import type { Kind } from '../rulebook/kind.ts'
import { inForceOn, type Rule } from '../rulebook/rule.ts'
import type { Session } from '../session/session.ts'
import type { CycleOpened } from './events.ts'

/** A cycle to be opened: the instrument that it follows, and the session from whose closing everything is counted. */
export type CycleToOpen = {
  readonly organization: string
  readonly cycle: string
  readonly instrument: Extract<Instrument, { status: 'adopted' }>
  readonly members: Organization
  readonly session: Session
  /** The kinds that open with it, each with its provision and the dates that a document prints for it. */
  readonly applying: readonly { readonly kind: Kind; readonly rule: Rule; readonly printed: PrintedDates }[]
  readonly counting: Counting
  readonly openedOn: CalendarDate
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/** What opens a cycle, and an obligation for each party and kind. */
export type CycleOpening = {
  readonly opened: CycleOpened
  readonly owed: readonly { readonly id: ObligationId; readonly opening: ObligationOpened }[]
}

/**
 * All that a cycle opens with: one obligation of each kind for each State that was a Member on the day of adoption.
 *
 * @throws Refusal `unknown-session`, `closing-not-known`
 * @source ILO Constitution, article 19(5)(b) and 19(6)(b)
 */
export function openingOfCycle({ members, session, applying, instrument, ...to }: CycleToOpen): CycleOpening {
  const { organization, cycle, counting, openedOn, trackedFrom, synthetic } = to
  const { code, title, adoptedOn, session: sessionId } = instrument
  if (session.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${sessionId}`, { session: sessionId })
  if (session.closing === null)
    throw new Refusal('closing-not-known', `The closing of ${sessionId} is not known, so nothing can be computed`, { session: sessionId })
  const closing = { session: sessionId, ...session.closing }
  const owed = applying.flatMap((applied) => {
    const later = inForceOn(applied.rule, closing.date).laterMembersOwe ? membersOn(members, openedOn) : []
    const parties = [...new Set([...membersOn(members, adoptedOn), ...later].map(({ member }) => member))].toSorted()
    return parties.map((party) => ({
      id: obligationId({ organization, request: code, kind: applied.kind.code, party }),
      opening: openingFor(party, { organization, cycle, instrument: code, title, adoptedOn, closing, openedOn, trackedFrom, synthetic, counting, ...applied }),
    }))
  })
  const parties = [...new Set(owed.map(({ opening: { party } }) => party))].toSorted()
  const kinds = applying.map(({ kind }) => kind.code)
  return { opened: { organization, instrument: code, session: sessionId, trackedFrom, synthetic, parties, kinds }, owed }
}

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
