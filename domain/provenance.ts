import { z } from 'zod'
import { calendarDate } from './calendar/calendar-date.ts'

/**
 * How far a date can be relied on.
 *
 * `announced` and `inferred` dates give provisional deadlines; `contradicted` ones stand, with the other value kept beside them.
 */
export const dateStatus = z.enum(['confirmed', 'month-only', 'announced', 'inferred', 'unconfirmed', 'contradicted'])
export type DateStatus = z.infer<typeof dateStatus>

/** Where a fact is from: a document and its place in it, or the title of a page and its address. */
export const source = z.object({ title: z.string().min(1), place: z.string().optional(), href: z.string().optional(), checkedOn: calendarDate.optional() })
export type Source = Readonly<z.infer<typeof source>>

/** A date that only an announcement or an inference supports may still move. */
export const isProvisional = (status: DateStatus): boolean => status === 'announced' || status === 'inferred'

/** `Title, place`: a source as a person cites it. */
export const citation = ({ title, place }: Source): string => (place === undefined ? title : `${title}, ${place}`)
