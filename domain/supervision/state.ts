import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { SupervisionFact } from './commands.ts'

export type Comment = {
  readonly reference: string
  readonly kind: string
  readonly body: string
  readonly on: CalendarDate
  readonly session: string | null
  readonly reportYear: number | null
  /** Empty: whatever the Member owes. */
  readonly instruments: readonly string[]
  readonly paragraph: string | null
  readonly repliedOn: CalendarDate | null
}

export type Listing = {
  readonly session: string
  readonly body: string
  readonly on: CalendarDate
  readonly instruments: readonly string[]
  readonly criteria: readonly string[]
  readonly paragraph: string | null
  readonly heard: { readonly outcome: 'explained' | 'silent'; readonly on: CalendarDate } | null
  readonly conclusions: { readonly on: CalendarDate; readonly paragraph: string | null } | null
}

export type Clearing = { readonly body: string; readonly on: CalendarDate; readonly instruments: readonly string[]; readonly paragraph: string | null }

/** Something that was recorded. `counts`: version of the event that says it, the recording or its last correction. */
export type CountedFact = SupervisionFact & { readonly counts: number }

/** What bodies said of one Member, and what it answered. */
export type Supervision =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'supervised'
      readonly organization: string
      readonly member: string
      /** Everything that was recorded of it, as it counts. */
      readonly facts: readonly CountedFact[]
      readonly comments: readonly Comment[]
      readonly listings: readonly Listing[]
      readonly clearings: readonly Clearing[]
    }
export type Supervised = Exclude<Supervision, { status: 'unknown' }>

/** Whether what names these instruments concerns one of them: without a list it concerns all; without an instrument asked about, anything does. */
export const concerns = (instruments: readonly string[], instrument: string | null): boolean =>
  instrument === null || instruments.length === 0 || instruments.includes(instrument)
