import type { CalendarDate } from '../calendar/calendar-date.ts'
import { computeLimit } from '../calendar/computation.ts'
import type { Language } from '../languages.ts'
import type { Limit, ObligationOpened } from '../obligation/events.ts'
import type { KindSnapshot } from '../obligation/kind-snapshot.ts'
import { type DateStatus, isProvisional, type Source } from '../provenance.ts'
import type { Duty } from '../rulebook/duty.ts'
import { inForceOn, type Rule } from '../rulebook/rule.ts'
import { scheduleSteps } from '../rulebook/scheduled-steps.ts'

/** The dates that a document prints for a cycle, by stage. */
export type PrintedDates = readonly {
  readonly limit: Limit['limit']
  readonly date: CalendarDate
  readonly wording: string
  readonly language: Language
  readonly source: Source
}[]

/** All that the obligations of a cycle share. */
export type Grounds = {
  readonly organization: string
  readonly cycle: string
  readonly instrument: string
  /** The kind of obligation. */
  readonly duty: Duty
  readonly adoptedOn: CalendarDate
  readonly closing: { readonly session: string; readonly date: CalendarDate; readonly status: DateStatus }
  readonly rule: Rule
  readonly printed: PrintedDates
  readonly trackedFrom: CalendarDate
}

/**
 * What one party owes, with its deadlines as reckoned from the session's closing and as printed.
 *
 * The printed date governs where a document prints one; the computed one stands beside it.
 *
 * @throws RangeError when no version of the rule is in force on the day of the closing
 * @source ILO Constitution, article 19(5)(b), 19(6)(b), 19(7)(b)(i)
 */
export function openingFor(party: string, grounds: Grounds): ObligationOpened {
  const { organization, cycle, instrument, duty, adoptedOn, closing, rule, trackedFrom } = grounds
  const version = inForceOn(rule, closing.date)
  const { convention } = version
  if (convention === null) throw new RangeError(`${rule.code}: no way of counting is set, so nothing can be reckoned under it`)
  const limits = limitsOf(grounds)
  return {
    organization,
    cycle,
    instrument,
    kind: duty.code,
    party,
    adoptedOn,
    rule: {
      code: rule.code,
      provision: rule.provision,
      versionFrom: version.from,
      convention: { status: convention.status, source: convention.source },
      source: [...version.source],
    },
    closing: { ...closing, provisional: isProvisional(closing.status) },
    limits,
    steps: scheduleSteps(duty.letters, closing.date, limits),
    trackedFrom,
    returnDays: duty.answerWithin,
    kindSnapshot: snapshotOf(duty),
  }
}

const snapshotOf = ({ name, report, letters, opensOnConstituentMatter }: Duty): KindSnapshot => ({
  name,
  report,
  suppressed: letters.flatMap(({ letter, suppressedBy }) => (suppressedBy === undefined ? [] : [letter])),
  opensOnConstituentMatter: opensOnConstituentMatter ?? null,
})

const limitsOf = ({ rule, closing, printed }: Grounds): Limit[] => {
  const { limits, convention } = inForceOn(rule, closing.date)
  if (convention === null) return []
  return limits.map(({ limit, period, exceptional }) => {
    const computation = computeLimit(closing.date, period, convention.value)
    const asPrinted = printed.find((each) => each.limit === limit) ?? null
    const { date, wording, language, source } = asPrinted ?? {}
    return {
      limit,
      dueOn: asPrinted?.date ?? computation.dueOn,
      exceptional,
      computation,
      printed: date === undefined || wording === undefined || language === undefined || source === undefined ? null : { date, wording, language, source },
    }
  })
}
