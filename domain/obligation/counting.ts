import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { FindCalendar } from '../calendar/computation.ts'

/** What of the record limits are counted from and counted in, beside sessions. */
export type Counting = {
  /** The day of an event of this type about this thing; `null` where none is on record. */
  readonly eventOn: (type: string, about: string) => CalendarDate | null
  readonly findCalendar: FindCalendar
}

type About = { readonly request: string; readonly about?: string | undefined }

/** What events are to be about for an obligation to be counted from them: what its row names, else its request. */
export const aboutOf = ({ about, request }: About): string => about ?? request
