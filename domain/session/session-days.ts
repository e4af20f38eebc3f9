import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { DateStatus } from '../provenance.ts'

/** The days of a session as far as they are known; `null` where nothing can be counted from it. */
export type SessionDays = {
  readonly id: string
  readonly opens: { readonly date: CalendarDate; readonly status: DateStatus } | null
  readonly closes: { readonly date: CalendarDate; readonly status: DateStatus } | null
  /** True once its closing is on record: its days move no more. */
  readonly closed?: boolean
}
