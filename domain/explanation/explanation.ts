import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Computation } from '../calendar/computation.ts'
import { computationText } from '../calendar/computation-text.ts'
import type { Limit } from '../obligation/events.ts'
import type { InstrumentObligation } from '../obligation/state.ts'
import { citation, type DateStatus, type Source } from '../provenance.ts'
import type { LimitName } from '../rulebook/rule.ts'

/** One deadline, derived so that a lawyer can do it again by hand. */
export type ExplainedDeadline = {
  readonly limit: LimitName
  /** The last day in time, that day included: the printed date where a document prints one, else the computed one. */
  readonly date: CalendarDate
  /** The date as a document prints it, in the document's own words. It governs. */
  readonly printed: { readonly date: CalendarDate; readonly wording: string; readonly source: string } | null
  /** True where the limit stands open only to those who state exceptional circumstances. */
  readonly exceptional: boolean
  /** The provision, and the rulebook's code of it: `ILO Constitution, art. 19(6)(b) (19-6-b)`. */
  readonly rule: string
  /** The first day on which the version applied was in force. */
  readonly inForceFrom: CalendarDate
  /** The rule's sources, as a person cites them. */
  readonly source: readonly string[]
  /** The day of the closing from which everything is counted. */
  readonly countedFrom: CalendarDate
  /** What happened on that day, and how far the day is known. A provisional deadline moves when the actual closing is recorded. */
  readonly event: { readonly kind: 'session-closing'; readonly session: string; readonly status: DateStatus; readonly provisional: boolean }
  readonly convention: Computation['convention']
  /** Whether a source says so, and which. */
  readonly conventionStatus: DateStatus
  readonly conventionSource: string
  /** The count, in a sentence and in its parts; its `dueOn` is the computed date. */
  readonly computation: Computation & { readonly text: string }
  /** Whether the printed date is another than the computed one; false where none is printed. */
  readonly differs: boolean
}

export type Explanation = { readonly obligation: string; readonly limits: readonly ExplainedDeadline[] }

/** The deadlines of an instrument's obligation as a lawyer would derive them, with their sources, in the order in which they fall. */
export const explanationOf = (obligation: string, state: InstrumentObligation): Explanation => ({
  obligation,
  limits: state.limits.map((deadline) => explained(deadline, state)).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
})

function explained({ limit, dueOn, exceptional, computation, printed }: Limit, { rule, closing }: InstrumentObligation): ExplainedDeadline {
  return {
    limit,
    date: dueOn,
    printed: printed === null ? null : { date: printed.date, wording: printed.wording, source: citation(printed.source) },
    exceptional,
    rule: `${rule.provision} (${rule.code})`,
    inForceFrom: rule.versionFrom,
    source: rule.source.map(cited),
    countedFrom: computation.countedFrom,
    event: { kind: 'session-closing', session: closing.session, status: closing.status, provisional: closing.provisional },
    convention: computation.convention,
    conventionStatus: rule.convention.status,
    conventionSource: cited(rule.convention.source),
    computation: { text: computationText('closing', computation), ...computation },
    differs: printed !== null && printed.date !== computation.dueOn,
  }
}

export const cited = (source: Source): string => (source.href === undefined ? citation(source) : `${citation(source)} <${source.href}>`)
