import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { InLanguages } from '../languages.ts'
import type { YearlyListOpened } from './events.ts'

/** A list as it was prepared, and as it was refreshed once what had arrived since was known. */
export type ListOfYear = {
  readonly year: number
  readonly preparedOn: CalendarDate
  readonly prepared: readonly string[]
  readonly refreshed: {
    readonly on: CalendarDate
    readonly members: readonly string[]
    readonly dropped: readonly { readonly member: string; readonly reason: string }[]
  } | null
}

/** The list of those in serious failure, made in each year on two days, for as long as the installation runs. */
export type KnownYearlyList = {
  readonly status: 'open'
  readonly organization: string
  readonly title: InLanguages
  readonly preparedOn: YearlyListOpened['prepared']
  readonly refreshedOn: YearlyListOpened['refreshed']
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
  readonly lists: readonly ListOfYear[]
}

export type YearlyList = { readonly status: 'unknown' } | KnownYearlyList
