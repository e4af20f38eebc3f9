import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Computation } from '../calendar/computation.ts'
import { computationText } from '../calendar/computation-text.ts'
import { type Language, textIn, textOr } from '../languages.ts'
import { sourcesOf } from '../obligation/basis.ts'
import { byDueDay, type Limit, type LimitComputation, plainDays } from '../obligation/limit.ts'
import type { KnownObligation } from '../obligation/state.ts'
import { type WaitingLimit, waitingLimits } from '../obligation/waiting-limits.ts'
import { citation, type DateStatus, type Source } from '../provenance.ts'
import { fieldsOf } from '../report/form.ts'
import { type ExplainedField, explainedField } from './explained-field.ts'

/** One limit, derived so that anyone can compute it again by hand. */
export type ExplainedLimit = {
  readonly limit: string
  /** The last day in time, that day included: the printed date where a document prints one, else the computed one. */
  readonly dueOn: CalendarDate
  /** The date as a document prints it, in the document's own words. It governs. */
  readonly printed: { readonly date: CalendarDate; readonly wording: string; readonly source: string } | null
  /** The provision and the rulebook's code of it, `ILO Constitution, art. 19(6)(b) (19-6-b)`, or the rule of the kind. */
  readonly rule: string
  /** The rule's sources, as a person cites them. */
  readonly source: readonly string[]
  /** The day counted from. */
  readonly countedFrom: CalendarDate
  /** `null` where no period is counted. */
  readonly convention: Computation['convention'] | null
  /** The count, in a sentence and in its parts; its `dueOn` is the computed date. */
  readonly computation: ExplainedComputation
  /** What happened on the day counted from, and how far it is known; `about`: what an event of a declared type is about. */
  readonly event: { readonly kind: string; readonly session: string | null; readonly about?: string; readonly status: DateStatus }
  /** True where the day may still move. */
  readonly provisional: boolean
  /** True where the limit stands open only to those who state exceptional circumstances. */
  readonly exceptional: boolean
  /** True where this product sets the day, and no source does. */
  readonly productDefault: boolean
  /** Whether the printed date is another than the computed one; false where none is printed. */
  readonly differs: boolean
  /** Of a provision: the first day on which the version applied was in force, and whether a source gives the convention, and which. */
  readonly inForceFrom: CalendarDate | null
  readonly conventionStatus: DateStatus | null
  readonly conventionSource: string | null
}

export type ExplainedComputation = {
  readonly text: string
  readonly countedFrom: CalendarDate
  readonly daysBefore: number
  /** The last of the periods, where anything else than days is counted. */
  readonly period: Computation['period'] | null
  /** Every period, in the order in which they are counted. */
  readonly periods: readonly Computation['period'][]
  readonly convention: Computation['convention'] | null
  readonly nominalOn: CalendarDate | null
  readonly dueOn: CalendarDate
}

/** Why an obligation is what it is: what asks it, and each limit. */
export type Explanation = {
  readonly obligation: string
  readonly kind: string
  readonly title: string
  /** The instrument that asks it, or the row with its words and timing as printed. */
  readonly instrument: string | null
  readonly row: string | null
  readonly source: readonly string[]
  readonly printed: { readonly language: string; readonly text: string } | null
  readonly timing: { readonly printed: string | null; readonly shape: string; readonly status: DateStatus } | null
  /** Why the limits are not the first ones any more, the oldest reason first. */
  readonly moved: readonly string[]
  /** What it rests on and was recorded wrongly, and why: the oldest correction first. */
  readonly corrections: KnownObligation['corrections']
  /** In the order in which they fall. */
  readonly limits: readonly ExplainedLimit[]
  /** Limits that have no day yet, and what they wait for. */
  readonly waiting: readonly Omit<WaitingLimit, 'name'>[]
  /** What a report on it holds, field by field, or the form that it has. */
  readonly report: readonly ExplainedField[]
  readonly form: string | null
}

/** @param fallback of the organization: its words stand where it has none in English */
export function explanationOf(obligation: string, state: KnownObligation, fallback?: Language): Explanation {
  const { basis, kind, title, moved, corrections, kindSnapshot } = state
  const row = basis.type === 'row' ? basis.row : null
  const { report } = kindSnapshot
  return {
    obligation,
    kind,
    title: textIn(title, 'en', fallback),
    instrument: basis.type === 'provision' ? basis.instrument : null,
    row: row?.id ?? null,
    source: sourcesOf(state).map(cited),
    printed: row?.printed ?? null,
    timing: row === null ? null : { printed: row.timing.printed, shape: row.timing.parsed.shape, status: row.timing.status },
    moved,
    corrections,
    limits: state.limits.toSorted(byDueDay).map((limit) => explained(limit, state, fallback)),
    waiting: waitingLimits(state).map(({ name: _, ...waits }) => waits),
    report: fieldsOf(report).map(explainedField),
    form: 'fields' in report ? null : report.form,
  }
}

function explained(
  { limit, dueOn, provisional, exceptional, computation, printed }: Limit,
  state: KnownObligation,
  fallback: Language | undefined,
): ExplainedLimit {
  const { by, from, session, about, countedFrom, status, counts } = computation
  const days = by === 'kind' ? plainDays(computation) : null
  const { period = null, nominalOn = null } = (days === null ? counts.at(-1) : null) ?? {}
  const convention = days === null ? (counts[0]?.convention ?? null) : null
  return {
    ...{ limit, dueOn },
    printed: printed === null ? null : { date: printed.date, wording: printed.wording, source: citation(printed.source) },
    ...ruleOf(limit, by === 'provision', state, fallback),
    ...{ countedFrom, convention },
    computation: {
      ...{ text: inWords(computation, state), countedFrom, daysBefore: 0 - (days ?? 0), period, convention, nominalOn, dueOn: computation.dueOn },
      periods: counts.map((count) => count.period),
    },
    event: { kind: typeof from === 'object' ? from.event : from, session, ...(about === undefined ? {} : { about }), status },
    ...{ provisional, exceptional },
    differs: printed !== null && printed.date !== computation.dueOn,
  }
}

type RuleExplained = Pick<ExplainedLimit, 'rule' | 'source' | 'productDefault' | 'inForceFrom' | 'conventionStatus' | 'conventionSource'>

function ruleOf(limit: string, byProvision: boolean, { basis, kindSnapshot }: KnownObligation, fallback: Language | undefined): RuleExplained {
  if (byProvision && basis.type === 'provision') {
    const { provision, code, source, versionFrom, convention } = basis.rule
    const counted = { inForceFrom: versionFrom, conventionStatus: convention.status, conventionSource: cited(convention.source) }
    return { rule: `${provision} (${code})`, source: source.map(cited), productDefault: false, ...counted }
  }
  const rule = kindSnapshot.limits.find((each) => each.limit === limit)
  const { source = [], productDefault = false } = rule ?? {}
  const counted = { inForceFrom: null, conventionStatus: null, conventionSource: null }
  return {
    rule: `${textIn(kindSnapshot.name, 'en', fallback)}: ${textOr(rule?.name, 'en', limit, fallback)}`,
    source: source.map(cited),
    productDefault,
    ...counted,
  }
}

const cited = (source: Source): string => (source.href === undefined ? citation(source) : `${citation(source)} <${source.href}>`)

/** `closing 2012-06-14; plus 12 months = 2013-06-14 (anniversary); day before = 2013-06-13`; `opening of <session> 2023-10-30; less 30 days = 2023-09-30`. */
function inWords(computation: LimitComputation, { basis }: KnownObligation): string {
  const { by, from, session, about, countedFrom, counts, dueOn } = computation
  const [count, ...others] = counts
  if (by === 'provision' && count !== undefined) return computationText('closing', count)
  if (from === 'timing' && count === undefined) {
    const printed = basis.type === 'row' ? basis.row.timing.printed : null
    return `last day of the timing ${printed === null ? 'as entered' : `printed “${printed}”`} = ${dueOn}`
  }
  const origin = typeof from === 'object' ? `${from.event} of ${about}` : originText(from, session)
  const days = plainDays(computation)
  if (days === null && count !== undefined) return [computationText(origin, count), ...others.map((each) => computationText('then from', each))].join('; ')
  if (days === 0 || days === null) return `${origin} ${countedFrom} = ${dueOn}`
  return `${origin} ${countedFrom}; ${days < 0 ? 'less' : 'plus'} ${Math.abs(days)} days = ${dueOn}`
}

const originText = (from: Exclude<LimitComputation['from'], object>, session: string | null): string =>
  ({
    timing: 'last day of the timing',
    'session-opening': `opening of ${session}`,
    'session-closing': `closing of ${session}`,
    opening: 'opening of the obligation',
  })[from]
