import { type CalendarDate, day, fromUtc, plusDays, toUtc } from '../calendar/calendar-date.ts'
import { computeLimit } from '../calendar/computation.ts'
import { countPeriods } from '../calendar/count-periods.ts'
import { spanOf, type Timing } from '../calendar/timing.ts'
import type { Language } from '../languages.ts'
import { type DateStatus, isProvisional, type Source } from '../provenance.ts'
import type { DueRule, LetterRule, LimitOrigin } from '../rulebook/kind.ts'
import { inForceOn, type Rule } from '../rulebook/rule.ts'
import type { SessionDays } from '../session/session-days.ts'
import { aboutOf, type Counting } from './counting.ts'
import type { ObligationOpened } from './events.ts'
import type { KindSnapshot } from './kind-snapshot.ts'
import type { Limit, ScheduledLetter } from './limit.ts'

/** The dates that a document prints for a cycle, by limit. */
export type PrintedDates = readonly {
  readonly limit: string
  readonly date: CalendarDate
  readonly wording: string
  readonly language: Language
  readonly source: Source
}[]

/** The provision that applies, and the closing from which its periods run. */
export type AppliedProvision = {
  readonly rule: Rule
  readonly closing: { readonly session: string; readonly date: CalendarDate; readonly status: DateStatus }
  readonly printed: PrintedDates
}

/** What limits and letters are computed from: at the opening, and again when a session moves, an event is recorded, a calendar is published or a plan is revised. */
export type ScheduleBasis = Pick<ObligationOpened, 'request' | 'about' | 'openedOn' | 'trackedFrom' | 'review'> & {
  readonly kindSnapshot: Pick<KindSnapshot, 'limits' | 'letters'>
  readonly provision: AppliedProvision | null
  readonly timing: { readonly parsed: Timing; readonly status: DateStatus } | null
  readonly session: SessionDays | null
  readonly counting: Counting
}

/** The limits and the letters that a kind's rules and the provision give. */
export function computeSchedule(from: ScheduleBasis): { limits: Limit[]; scheduled: ScheduledLetter[] } {
  const { limits: rules, letters } = from.kindSnapshot
  const limits = [...(from.provision === null ? [] : limitsUnder(from.provision, from.counting)), ...rules.flatMap((rule) => limitOf(rule, from))]
  return { limits, scheduled: letters.flatMap((rule) => letterOf(rule, limits, from)) }
}

/** The printed date governs where a document prints one; the computed one stands beside it. */
function limitsUnder({ rule, closing, printed }: AppliedProvision, { findCalendar }: Counting): Limit[] {
  const { limits, convention } = inForceOn(rule, closing.date)
  if (convention === null) throw new RangeError(`${rule.code}: no way of counting is set, so nothing can be computed under it`)
  return limits.flatMap(({ limit, period, exceptional, name = null }) => {
    const count = computeLimit(closing.date, period, convention.value, { findCalendar })
    if (count === null) return []
    const { dueOn } = count
    const { date, wording, language, source } = printed.find((each) => each.limit === limit) ?? {}
    const { session, date: countedFrom, status } = closing
    return {
      limit,
      name,
      dueOn: date ?? dueOn,
      provisional: isProvisional(status),
      exceptional,
      computation: { by: 'provision', from: 'session-closing', session, countedFrom, status, counts: [count], dueOn },
      printed: date === undefined || wording === undefined || language === undefined || source === undefined ? null : { date, wording, language, source },
    }
  })
}

function limitOf({ limit, from, before, after, convention = 'anniversary', ifClosed, exceptional = false, name }: DueRule, basis: ScheduleBasis): Limit[] {
  const known = originOf(from, basis)
  if (known === null) return []
  const { date: countedFrom, status } = known
  const { session, counting } = basis
  const direction = before === undefined ? 'forward' : 'back'
  const counts = countPeriods(countedFrom, before ?? after ?? [], convention, { findCalendar: counting.findCalendar, ifClosed, direction })
  if (counts === null) return []
  const isOfSession = from === 'session-opening' || from === 'session-closing'
  const provisional = isOfSession && (session?.closed !== true || status === 'month-only') && status !== 'confirmed' && status !== 'contradicted'
  const dueOn = counts.at(-1)?.dueOn ?? countedFrom
  const about = typeof from === 'object' ? { about: aboutOf(basis) } : {}
  const computation = {
    by: 'kind' as const,
    from,
    session: isOfSession ? (session?.id ?? null) : null,
    ...about,
    countedFrom,
    status,
    counts: [...counts],
    dueOn,
  }
  return [{ limit, name, dueOn, provisional, exceptional, computation, printed: null }]
}

function originOf(from: LimitOrigin, basis: ScheduleBasis): { date: CalendarDate; status: DateStatus } | null {
  const { timing, session, openedOn, counting } = basis
  if (typeof from === 'object') {
    const date = counting.eventOn(from.event, aboutOf(basis))
    return date === null ? null : { date, status: 'confirmed' }
  }
  if (from === 'opening') return { date: openedOn, status: 'confirmed' }
  if (from === 'session-opening') return session?.opens ?? null
  if (from === 'session-closing') return session?.closes ?? null
  const span = timing === null ? null : spanOf(timing.parsed)
  return timing === null || span === null ? null : { date: span.last, status: timing.status }
}

function letterOf(rule: LetterRule, limits: readonly Limit[], basis: ScheduleBasis): ScheduledLetter[] {
  const { letter, from, days, every, once, step = `${letter}-${nameOf(from)}` } = rule
  const base = baseOf(from, limits, basis)
  if (base === null) return []
  const on = plusDays(base, days)
  const everyMonths = every === 'review' ? basis.review?.everyMonths : every?.months
  if (everyMonths === undefined) return [{ step, letter, on, ...(once === undefined ? {} : { once }) }]
  const first = firstFrom(basis.trackedFrom, on, everyMonths)
  const until = basis.review?.until ?? null
  return until !== null && first > until ? [] : [{ step, letter, on: first, everyMonths }]
}

function nameOf(from: LetterRule['from']): string {
  if (typeof from === 'string') return from
  return 'limit' in from ? from.limit : 'event' in from ? from.event : from.dayOfYear
}

function baseOf(from: LetterRule['from'], limits: readonly Limit[], basis: ScheduleBasis): CalendarDate | null {
  if (from === 'opening') return basis.openedOn
  if (from === 'timing-begins') return basis.timing === null ? null : (spanOf(basis.timing.parsed)?.first ?? null)
  if ('limit' in from) return limits.find(({ limit }) => limit === from.limit)?.dueOn ?? null
  if ('event' in from) return originOf(from, basis)?.date ?? null
  const after = from.after === 'session-closing' && basis.provision !== null ? basis.provision.closing.date : (originOf(from.after, basis)?.date ?? null)
  return after === null ? null : firstAfter(after, from.dayOfYear)
}

/** The first day of that month and number after a day. */
function firstAfter(after: CalendarDate, dayOfYear: string): CalendarDate {
  const year = Number(after.slice(0, 4))
  const inYear = (each: number) => day(`${each}-${dayOfYear}`)
  return inYear(year) > after ? inYear(year) : inYear(year + 1)
}

/** On a cadence, what lay before tracking began is not made up for: the first day of the cadence from then on. */
function firstFrom(trackedFrom: CalendarDate, on: CalendarDate, everyMonths: number): CalendarDate {
  let times = 0
  const each = () => fromUtc(toUtc(on).plus({ months: everyMonths * times }))
  while (each() < trackedFrom) times += 1
  return each()
}
