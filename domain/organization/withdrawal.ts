import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Computation, type CountConvention, computeLimit } from '../calendar/computation.ts'
import type { CivilPeriod } from '../calendar/period.ts'
import type { DateStatus, Source } from '../provenance.ts'

/** When a notice of withdrawal takes effect, and what for. */
export type WithdrawalRule = {
  readonly period: CivilPeriod
  readonly convention: CountConvention
  /** How far the way of counting can be relied on. */
  readonly status: DateStatus
  /** What else has to be met for it to take effect, in words: recorded, never judged. */
  readonly subjectTo: string | null
  readonly source: readonly Source[]
}

/**
 * The day from which a State that gave notice is no Member any more, as computed.
 *
 * @param receivedOn the day on which the notice was received, not that of the letter
 * @source ILO Constitution, article 1(5)
 */
export const withdrawalEffect = (receivedOn: CalendarDate, { period, convention }: WithdrawalRule): Computation => computeLimit(receivedOn, period, convention)
