import { z } from 'zod'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { day } from '../calendar/calendar-date.ts'
import { inLanguages } from '../languages.ts'
import { dateStatus, source } from '../provenance.ts'

const text = z.string().min(1)
const grounds = { status: dateStatus.exclude(['announced']), note: text.optional(), source: z.array(source) }

/** A body that examines what Members do, and what it may say or do. */
export const supervisoryBody = z.object({
  code: text,
  name: inLanguages,
  /** The kinds of comment that it makes, each as its own word for it: which one it makes, and when, it alone decides. */
  comments: z.array(z.object({ kind: text, name: inLanguages, ...grounds })),
  /** The body of the sessions at which it lists Members and hears them; `null` where it lists none. */
  listsAt: text.nullable(),
  ...grounds,
})

/** How a criterion is computed: sessions of which something that they adopted was not laid before the competent authorities. */
export const computed = z.object({
  /** The kind of obligation whose failure counts. */
  obligation: text,
  /** So many sessions are a serious failure. */
  sessions: z.int().positive(),
  /** Whether a session counts once one of its instruments is outstanding, or only when all are. */
  sessionCounts: z.enum(['any-instrument', 'all-instruments']),
  sessionCountsStatus: dateStatus.exclude(['announced']),
  note: text.optional(),
})
export type ComputedCriterion = Readonly<z.infer<typeof computed>>

/** When a serious failure is found. `computed: null`: this installation keeps no record from which it could be computed. */
export const criterion = z.object({ code: text, wording: text, computed: computed.nullable(), ...grounds })

/** A day of each year on which the list is prepared, or refreshed. */
export const yearlyDay = z.object({
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
  productDefault: z.boolean(),
  note: text.optional(),
  source: z.array(source),
})
export type YearlyDay = Readonly<z.infer<typeof yearlyDay>>

/** How an organization supervises: who comments, who lists, by which criteria, and when the list is made. */
export const supervisionRules = z.object({
  organization: text,
  code: text,
  title: inLanguages,
  bodies: z.array(supervisoryBody).min(1),
  criteria: z.array(criterion).min(1),
  list: z.object({ title: inLanguages, prepared: yearlyDay, refreshed: yearlyDay }),
})
export type SupervisionRules = Readonly<z.infer<typeof supervisionRules>>

/** The criterion that the record can decide; `null` where there is none. */
export const computedCriterion = ({
  criteria,
}: Pick<SupervisionRules, 'criteria'>): (SupervisionRules['criteria'][number] & { readonly computed: ComputedCriterion }) | null =>
  criteria.flatMap((each) => (each.computed === null ? [] : [{ ...each, computed: each.computed }]))[0] ?? null

/** The first such day of a year that comes on a day or after it. */
export function firstFrom(from: CalendarDate, { month, day: dayOfMonth }: Pick<YearlyDay, 'month' | 'day'>): CalendarDate {
  const year = Number(from.slice(0, 4))
  const inYear = (each: number) => day(`${each}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`)
  return inYear(year) >= from ? inYear(year) : inYear(year + 1)
}
