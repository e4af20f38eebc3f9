import type { DeliveryContext } from '../activities/use-case-context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { SceneEntry } from './scenario.ts'

/** A cycle that opens on a day of the play. */
export type Opening = {
  readonly cycle: string
  readonly opensOn: CalendarDate
  readonly open: (context: DeliveryContext) => Promise<unknown>
}

/** One cycle's part in a play. */
export type Part = {
  /** `<organization>:<code>` */
  readonly id: string
  /** Its own first day. */
  readonly from: CalendarDate
  /** Its own last day; `null` where the seeds set no end. */
  readonly until: CalendarDate | null
  /** @param from the first day played: a cycle that would open earlier opens then */
  readonly openingFrom: (from: CalendarDate) => Opening
  /** What is generated for it, to a day. */
  readonly entriesUntil: (until: CalendarDate) => readonly SceneEntry[]
  readonly byKind: boolean
}

/** The later of two days. */
export const later = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? b : a)
