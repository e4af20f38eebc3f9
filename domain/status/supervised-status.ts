import type { CalendarDate } from '../calendar/calendar-date.ts'
import { instrumentOf } from '../obligation/basis.ts'
import { isSuppressed } from '../obligation/is-suppressed.ts'
import { type KnownObligation, stepKey } from '../obligation/state.ts'
import type { Supervision } from '../supervision/state.ts'
import { type Reminder, type SupervisionStage, supervisionStageOn } from '../supervision/supervision-stage.ts'
import { type ObligationStatus, statusOn } from './status-on.ts'

/** The four dimensions side by side: the clock of the law, what was done, what the Office was told, and how far supervision has gone. */
export type SupervisedStatus = ObligationStatus & {
  readonly supervision: SupervisionStage
  /** The day from which the party is no Member any more, once it has come. What it owes stays as it is. */
  readonly leftOn: CalendarDate | null
}

/** What else is known of the party. */
export type KnownParty = { readonly supervision: Supervision; readonly withdrawalEffectiveOn: CalendarDate | null }

/** @param day the day asked about, at the seat */
export function supervisedStatusOn(state: KnownObligation, day: CalendarDate, { supervision, withdrawalEffectiveOn }: KnownParty): SupervisedStatus {
  const instrument = instrumentOf(state)
  const said: Supervision = instrument === null ? { status: 'unknown' } : supervision
  return {
    ...statusOn(state, day),
    supervision: supervisionStageOn(said, day, instrument, remindersOf(state)),
    leftOn: withdrawalEffectiveOn !== null && withdrawalEffectiveOn <= day ? withdrawalEffectiveOn : null,
  }
}

/** The reminders whose day came while it was tracked, and of which none spared the State. */
const remindersOf = (state: KnownObligation): readonly Reminder[] =>
  state.scheduled
    .filter((step) => step.letter.startsWith('reminder') && state.handled.includes(stepKey(step)) && !isSuppressed(step.letter, state))
    .map(({ letter, on }) => ({ letter, on }))
