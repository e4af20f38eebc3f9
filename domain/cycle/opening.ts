import type { CalendarDate } from '../calendar/calendar-date.ts'
import { reckonDeadline } from '../calendar/reckoning.ts'
import type { Language } from '../languages.ts'
import type { Deadline, ObligationOpened } from '../obligation/events.ts'
import type { Terms } from '../obligation/terms.ts'
import { type DateStatus, isProvisional, type Source } from '../provenance.ts'
import type { Duty } from '../rulebook/duty.ts'
import { plannedSteps } from '../rulebook/planned-steps.ts'
import { inForceOn, type Rule } from '../rulebook/rule.ts'

/** The dates that a document prints for a cycle, by stage. */
export type PrintedDates = readonly {
  readonly stage: Deadline['stage']
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
 * What one debtor owes, with its deadlines as reckoned from the session's closing and as printed.
 *
 * The printed date governs where a document prints one; the computed one stands beside it.
 *
 * @throws RangeError when no version of the rule is in force on the day of the closing
 * @source ILO Constitution, article 19(5)(b), 19(6)(b), 19(7)(b)(i)
 */
export function openingFor(debtor: string, grounds: Grounds): ObligationOpened {
  const { organization, cycle, instrument, duty, adoptedOn, closing, rule, trackedFrom } = grounds
  const version = inForceOn(rule, closing.date)
  const { convention } = version
  if (convention === null) throw new RangeError(`${rule.code}: no way of counting is set, so nothing can be reckoned under it`)
  const deadlines = deadlinesOf(grounds)
  return {
    organization,
    cycle,
    instrument,
    kind: duty.code,
    debtor,
    adoptedOn,
    rule: {
      code: rule.code,
      provision: rule.provision,
      versionFrom: version.from,
      convention: { status: convention.status, source: convention.source },
      source: [...version.source],
    },
    closing: { ...closing, provisional: isProvisional(closing.status) },
    deadlines,
    steps: plannedSteps(duty.letters, closing.date, deadlines),
    trackedFrom,
    returnDays: duty.answerWithin,
    terms: termsOf(duty),
  }
}

const termsOf = ({ name, report, letters, opensOnConstituentMatter }: Duty): Terms => ({
  name,
  report,
  spared: letters.flatMap(({ letter, sparedBy }) => (sparedBy === undefined ? [] : [letter])),
  opensOnConstituentMatter: opensOnConstituentMatter ?? null,
})

const deadlinesOf = ({ rule, closing, printed }: Grounds): Deadline[] => {
  const { limits, convention } = inForceOn(rule, closing.date)
  if (convention === null) return []
  return limits.map(({ stage, period, exceptional }) => {
    const reckoning = reckonDeadline(closing.date, period, convention.value)
    const asPrinted = printed.find((each) => each.stage === stage) ?? null
    const { date, wording, language, source } = asPrinted ?? {}
    return {
      stage,
      dueOn: asPrinted?.date ?? reckoning.dueOn,
      exceptional,
      reckoning,
      printed: date === undefined || wording === undefined || language === undefined || source === undefined ? null : { date, wording, language, source },
    }
  })
}
