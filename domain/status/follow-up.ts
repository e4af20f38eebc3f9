import type { CalendarDate } from '../calendar/calendar-date.ts'
import { endedBy, type OnRecord } from './evidence.ts'

/** A line of the follow-up to decisions: what is asked of a unit, and what is on record of it. */
export type FollowUpLine = OnRecord

/**
 * What is asked of units and is open, or was ended since a day, in the order given: that day itself is the first that counts.
 *
 * @param since `null`: all that ever ended
 */
export const followUpLines = (obligations: readonly OnRecord[], since: CalendarDate | null): readonly FollowUpLine[] =>
  obligations.flatMap((each) => {
    const { state } = each
    if (state.owedBy !== 'unit') return []
    const endedOn = endedBy(each)
      .map(({ occurredOn }) => occurredOn)
      .toSorted()
      .at(-1)
    return endedOn === undefined || since === null || endedOn >= since ? [each] : []
  })
