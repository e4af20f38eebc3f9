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
  from: limitOrigin,
  session: z.string().nullable(),
  /** The day counted from, and how far it is known. */
  countedFrom: calendarDate,
  status: dateStatus,
  /** Days after that day; negative: before it. */
  days: z.int(),
  /** How a period after that day was counted, under a convention; `null` where days before or after are meant. */
  count: periodCount.nullable(),
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

/** A closing from which a period is counted. */
export type Closing = { readonly session: string; readonly date: Limit['dueOn']; readonly status: DateStatus; readonly provisional: boolean }

/** The closing from which a period runs; `null` where none does. */
export function closingOf({ limits }: { readonly limits: readonly Limit[] }): Closing | null {
  const counted = limits.find(({ computation }) => computation.count !== null)
  if (counted === undefined || counted.computation.session === null) return null
  const { session, countedFrom, status } = counted.computation
  return { session, date: countedFrom, status, provisional: counted.provisional }
}

/** In the order of their last days. */
export const byDueDay = (a: Pick<Limit, 'dueOn'>, b: Pick<Limit, 'dueOn'>): number => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)
