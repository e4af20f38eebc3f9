import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { BasisCorrected } from '../../domain/obligation/events.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import { foldObligation } from '../fold.ts'
import type { Append, StreamHistory } from '../ports.ts'

/** A correction as the obligations that rest on what it corrects note it. */
export type Noted = Omit<BasisCorrected, 'version'> & { readonly version: number }

/** One `BasisCorrected` for each of these obligations that is on record, to stand before what follows for its days or its end. */
export const notedBy = (histories: readonly StreamHistory[], correction: Noted, today: CalendarDate): Append['streams'] =>
  histories.flatMap((history) => {
    const state = foldObligation(history)
    if (state.status === 'unknown') return []
    return [{ stream: history.stream, atVersion: history.version, events: obligation.decide({ type: 'CorrectBasis', today, correction }, state) }]
  })

/** The same for an obligation that the correction opens: its opening says what it is, and this says why it came late. */
export const openedBy = (
  name: string,
  opening: Append['streams'][number]['events'][number],
  correction: Noted,
  today: CalendarDate,
): Append['streams'][number] => ({
  stream: name,
  atVersion: 0,
  events: [opening, { type: 'BasisCorrected', occurredOn: today, data: correction }],
})
