import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { computation as periodCount } from '../calendar/computation.ts'
import { inLanguages, language } from '../languages.ts'
import { letterKind } from '../letter/events.ts'
import { type DateStatus, dateStatus, source } from '../provenance.ts'
import { limitOrigin } from '../rulebook/kind.ts'

/** The date that a document prints. It governs; the computed one stands beside it. */
const printed = z.object({ date: calendarDate, wording: z.string(), language, source })

/** How a last day was computed, so that a clerk can do it again by hand. */
const limitComputation = z.object({
  /** Whose rule it follows: that of the provision that applies, or the kind's own. */
  by: z.enum(['provision', 'kind']),
  from: limitOrigin,
  session: z.string().nullable(),
  /** What the event is about, where it is counted from one. */
  about: z.string().optional(),
  /** The day counted from, and how far it is known. */
  countedFrom: calendarDate,
  status: dateStatus,
  /** Each period counted, in order, the next from the last day of the one before; none: that day itself. */
  counts: z.array(periodCount),
  /** The computed last day. */
  dueOn: calendarDate,
})
export type LimitComputation = Readonly<z.infer<typeof limitComputation>>

/** One time limit of an obligation. */
export const limit = z.object({
  limit: z.string(),
  /** `null` where its period names it. */
  name: inLanguages.nullable(),
  /** Its last day, that day included: the printed one where a document prints one, else the computed one. */
  dueOn: calendarDate,
  /** True where the day may still move: a session that is only announced, a month without a day. */
  provisional: z.boolean(),
  /** True where it stands open only to those who state exceptional circumstances. */
  exceptional: z.boolean(),
  computation: limitComputation,
  printed: printed.nullable(),
})
export type Limit = Readonly<z.infer<typeof limit>>

/** A letter that is sent without anyone asking for it, and the day on which it is due. */
export const scheduledLetter = z.object({
  /** Of one obligation there is one of each name. */
  step: z.string(),
  letter: letterKind,
  on: calendarDate,
  /** Goes again, each time so many months later. */
  everyMonths: z.int().positive().optional(),
  /** Goes once, even if its day moves after it went. */
  once: z.boolean().optional(),
})
export type ScheduledLetter = Readonly<z.infer<typeof scheduledLetter>>

/** A closing from which a provision's periods are counted. */
export type Closing = { readonly session: string; readonly date: Limit['dueOn']; readonly status: DateStatus; readonly provisional: boolean }

/** The closing from which a provision's periods run; `null` where no provision applies. */
export function closingOf({ limits }: { readonly limits: readonly Limit[] }): Closing | null {
  const counted = limits.find(({ computation }) => computation.by === 'provision')
  if (counted === undefined || counted.computation.session === null) return null
  const { session, countedFrom, status } = counted.computation
  return { session, date: countedFrom, status, provisional: counted.provisional }
}

/** The days before or after the day counted from, negative: before it; `null` where anything else than days is counted, or the first day is itself counted. */
export function plainDays({ counts }: Pick<LimitComputation, 'counts'>): number | null {
  const [first, ...others] = counts
  if (first === undefined) return 0
  const { period, direction, convention, adjustments } = first
  if (others.length > 0 || !('days' in period) || convention !== 'anniversary' || adjustments !== undefined) return null
  return direction === 'back' ? -period.days : period.days
}

/** In the order of their last days. */
export const byDueDay = (a: Pick<Limit, 'dueOn'>, b: Pick<Limit, 'dueOn'>): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)
