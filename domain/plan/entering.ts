import { type CalendarDate, fromUtc, plusDays, toUtc } from '../calendar/calendar-date.ts'
import { spanOf, type Timing } from '../calendar/timing.ts'
import type { DueDay, ObligationEntered, ScheduledNotice } from '../obligation/entered-events.ts'
import type { DateStatus } from '../provenance.ts'
import type { DueRule, Kind, LetterRule } from '../rulebook/kind.ts'
import type { Followed, Plan, Row } from './declaration.ts'

/** The days of a session as far as they are known; `null` where nothing can be counted from it. */
export type SessionDays = {
  readonly id: string
  readonly opens: { readonly date: CalendarDate; readonly status: DateStatus } | null
  readonly closes: { readonly date: CalendarDate; readonly status: DateStatus } | null
  /** True once its closing is on record: its days move no more. */
  readonly closed?: boolean
}

export type Entering = {
  /** The plan's id, `<organization>:<plan>`. */
  readonly cycle: string
  readonly plan: Pick<Plan, 'organization' | 'code' | 'reviewMonths' | 'horizon'>
  readonly row: Pick<Row, 'id' | 'printed' | 'source'>
  readonly followed: Followed
  readonly kind: Kind
  /** A Member's code or a unit's. */
  readonly party: string
  readonly owedBy: ObligationEntered['owedBy']
  /** The session that the timing names, if it names one. */
  readonly session: SessionDays | null
  readonly openedOn: CalendarDate
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/** What one party owes under one row, whole: its days, its letters, what a report holds and what discharges it. */
export function enteringOf({ cycle, plan, row, followed, kind, party, owedBy, session, openedOn, trackedFrom, synthetic }: Entering): ObligationEntered {
  const { timing, responsible, occurrence, title, target } = followed
  const grounds = {
    timing,
    session,
    due: kind.due,
    letters: kind.letters,
    openedOn,
    trackedFrom,
    reviewMonths: plan.reviewMonths,
    reviewUntil: plan.horizon.until,
  }
  return {
    ...{ organization: plan.organization, cycle, request: `${plan.code}-${row.id}`, kind: kind.code, kindName: kind.name, party, owedBy },
    occurrence: occurrence ?? null,
    title,
    row: { id: row.id, printed: row.printed, timing, source: [...row.source] },
    ...(responsible === undefined ? {} : { responsible }),
    session: session?.id ?? null,
    ...daysAndNotices(grounds),
    due: [...kind.due],
    letters: [...kind.letters],
    report: kind.report,
    discharge: kind.discharge,
    target: target === undefined ? null : { atLeast: target.atLeast, unit: target.unit },
    openedOn,
    trackedFrom,
    answerWithin: kind.answerWithin,
    reviewMonths: plan.reviewMonths,
    reviewUntil: plan.horizon.until,
    synthetic,
  }
}

export type Grounds = {
  readonly timing: { readonly parsed: Timing; readonly status: DateStatus }
  readonly session: SessionDays | null
  readonly due: readonly DueRule[]
  readonly letters: readonly LetterRule[]
  readonly openedOn: CalendarDate
  readonly trackedFrom: CalendarDate
  readonly reviewMonths: number
  /** Nothing is asked on the cadence after this day; `null` where no end is set. */
  readonly reviewUntil: CalendarDate | null
}

/** The days and the letters that a kind's rules give on these grounds: at the opening, and again when a session moves or a plan is revised. */
export function daysAndNotices(grounds: Grounds): { limits: DueDay[]; steps: ScheduledNotice[] } {
  const limits = grounds.due.flatMap((rule) => dayOf(rule, grounds))
  return { limits, steps: grounds.letters.flatMap((rule) => noticeOf(rule, limits, grounds)) }
}

function dayOf({ limit, from, daysBefore, name }: DueRule, { timing, session }: Grounds): DueDay[] {
  const known = from === 'timing' ? lastDayOf(timing) : from === 'session-opening' ? session?.opens : session?.closes
  if (known === undefined || known === null) return []
  const { date, status } = known
  const provisional = from !== 'timing' && (session?.closed !== true || status === 'month-only') && status !== 'confirmed' && status !== 'contradicted'
  return [{ limit, name, dueOn: plusDays(date, -daysBefore), provisional, basis: { from, day: date, daysBefore, status } }]
}

const lastDayOf = ({ parsed, status }: Grounds['timing']): { date: CalendarDate; status: DateStatus } | null => {
  const span = spanOf(parsed)
  return span === null ? null : { date: span.last, status }
}

function noticeOf(rule: LetterRule, limits: readonly DueDay[], grounds: Grounds): ScheduledNotice[] {
  const { letter, from, days, every } = rule
  const base = baseOf(from, limits, grounds)
  if (base === null) return []
  const everyMonths = every === undefined ? undefined : every === 'review' ? grounds.reviewMonths : every.months
  const on = plusDays(base, days)
  const step = `${letter}-${typeof from === 'string' ? from : from.limit}`
  if (everyMonths === undefined) return [{ step, letter, on }]
  const first = firstFrom(grounds.trackedFrom, on, everyMonths)
  return grounds.reviewUntil !== null && first > grounds.reviewUntil ? [] : [{ step, letter, on: first, everyMonths }]
}

function baseOf(from: LetterRule['from'], limits: readonly DueDay[], { timing, openedOn }: Grounds): CalendarDate | null {
  if (from === 'opening') return openedOn
  if (from === 'timing-begins') return spanOf(timing.parsed)?.first ?? null
  return limits.find(({ limit }) => limit === from.limit)?.dueOn ?? null
}

/** On a cadence, what lay before tracking began is not made up for: the first day of the cadence from then on. */
function firstFrom(trackedFrom: CalendarDate, on: CalendarDate, everyMonths: number): CalendarDate {
  let times = 0
  const day = () => fromUtc(toUtc(on).plus({ months: everyMonths * times }))
  while (day() < trackedFrom) times += 1
  return day()
}
