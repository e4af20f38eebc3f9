import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Timing } from '../calendar/timing.ts'
import type { InLanguages } from '../languages.ts'
import type { DateStatus, Source } from '../provenance.ts'
import type { PlanOpened, RowRecorded } from './events.ts'

/** One thing that a row asks to be followed. */
export type Followed = {
  readonly kind: string
  /** A unit's code, or `members`: each Member on the day on which the plan opens. */
  readonly party: string
  readonly responsible?: string | undefined
  readonly occurrence?: string | undefined
  readonly title: InLanguages
  readonly timing: { readonly printed: string | null; readonly parsed: Timing; readonly status: DateStatus }
  /** One is owed in each year and no last one is printed. */
  readonly recurs?: 'year' | undefined
  readonly target?: { readonly atLeast: number; readonly unit: InLanguages; readonly observed: readonly Observation[] } | undefined
  /** A report that the documents themselves give. */
  readonly done?: { readonly on: CalendarDate; readonly printed: string; readonly status: DateStatus; readonly source: readonly Source[] } | undefined
}

/** A value that a document itself gives. */
export type Observation = { readonly value: number; readonly on: CalendarDate; readonly status: DateStatus; readonly source: readonly Source[] }

/** A row as the plan declares it, before anyone owes anything. */
export type Row = Omit<RowRecorded, 'obligations'> & { readonly followed: readonly Followed[] }

/** A plan as its document gives it: what is recorded when it opens, and what its rows ask. */
export type Plan = Omit<PlanOpened, 'trackedFrom' | 'synthetic'> & {
  /** `spf`; the plan's id is `<organization>:<plan>`. */
  readonly code: string
  readonly rows: readonly Row[]
}
