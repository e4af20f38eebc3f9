import type { CalendarDate } from '../calendar/calendar-date.ts'
import { textIn, textOr } from '../languages.ts'
import type { EnteredObligation } from '../obligation/state.ts'
import type { DateStatus } from '../provenance.ts'
import type { ReportField } from '../rulebook/kind.ts'
import { cited } from './explanation.ts'

/** One day of an obligation of a declared kind, derived so that anyone can do it again by hand. */
export type ExplainedDay = {
  readonly limit: string
  readonly date: CalendarDate
  /** True where the day may still move. */
  readonly provisional: boolean
  /** The day counted from, what it is, and how far it is known. */
  readonly countedFrom: CalendarDate
  readonly event: { readonly kind: 'timing' | 'session-opening' | 'session-closing'; readonly session: string | null; readonly status: DateStatus }
  /** The rule of the kind, and whether a source or this product sets it. */
  readonly rule: string
  readonly ruleSource: readonly string[]
  readonly productDefault: boolean
  readonly computation: { readonly text: string; readonly daysBefore: number }
}

/** Why an obligation is what it is: the row, its words and timing as printed, the source, and each day. */
export type EnteredExplanation = {
  readonly obligation: string
  readonly kind: string
  readonly title: string
  readonly row: string
  readonly source: readonly string[]
  readonly printed: { readonly language: string; readonly text: string }
  readonly timing: { readonly printed: string | null; readonly shape: string; readonly status: DateStatus }
  /** Why the days are not those of the row any more, the oldest first. */
  readonly moved: readonly string[]
  readonly limits: readonly ExplainedDay[]
  /** What a report on it holds, field by field. */
  readonly report: readonly Pick<ReportField, 'name' | 'type' | 'required'>[]
}

/** The days of an obligation of a declared kind, in the order in which they fall. */
export const explanationOfEntered = (obligation: string, state: EnteredObligation): EnteredExplanation => ({
  obligation,
  kind: state.kind,
  title: textIn(state.title, 'en'),
  row: state.row.id,
  source: state.row.source.map(cited),
  printed: state.row.printed,
  timing: { printed: state.row.timing.printed, shape: state.row.timing.parsed.shape, status: state.row.timing.status },
  moved: state.moved,
  limits: state.limits.map((day) => explained(day, state)).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  report: state.report.fields.map(({ name, type, required }) => ({ name, type, required })),
})

function explained({ limit, dueOn, provisional, basis }: EnteredObligation['limits'][number], state: EnteredObligation): ExplainedDay {
  const rule = state.due.find((each) => each.limit === limit)
  const { from, day, daysBefore, status } = basis
  return {
    ...{ limit, date: dueOn, provisional, countedFrom: day },
    event: { kind: from, session: from === 'timing' ? null : state.session, status },
    rule: `${textIn(state.kindName, 'en')}: ${textOr(rule?.name, 'en', limit)}`,
    ruleSource: (rule?.source ?? []).map(cited),
    productDefault: rule?.productDefault ?? false,
    computation: { text: inWords(from, day, daysBefore, dueOn, state), daysBefore },
  }
}

/** `last day of the printed timing “٢٠١٢-٢٠١٩” = 2019-12-31`; `opening of <session> 2023-10-30; less 30 days = 2023-09-30`. */
function inWords(from: ExplainedDay['event']['kind'], day: CalendarDate, daysBefore: number, dueOn: CalendarDate, { row, session }: EnteredObligation): string {
  if (from === 'timing') return `last day of the timing ${row.timing.printed === null ? 'as entered' : `printed “${row.timing.printed}”`} = ${dueOn}`
  const counted = `${from === 'session-opening' ? 'opening' : 'closing'} of ${session} ${day}`
  return daysBefore === 0 ? `${counted} = ${dueOn}` : `${counted}; less ${daysBefore} days = ${dueOn}`
}
