import type { CalendarDate } from '../calendar/calendar-date.ts'
import { isSpared } from '../obligation/is-spared.ts'
import { type KnownObligation, stepKey } from '../obligation/state.ts'
import { type Ladder, ladderOn, type Reminder } from '../supervision/ladder.ts'
import type { Supervision } from '../supervision/state.ts'
import { type Standing, standingOn } from './standing.ts'

/** The four dimensions side by side: the clock of the law, what was done, what the Office was told, and how far supervision has gone. */
export type SupervisedStanding = Standing & {
  readonly supervision: Ladder
  /** The day from which the debtor is no Member any more, once it has come. What it owes stays as it is. */
  readonly leftOn: CalendarDate | null
}

/** What else is known of the debtor. */
export type DebtorKnown = { readonly supervision: Supervision; readonly withdrawalEffectiveOn: CalendarDate | null }

/** @param day the day asked about, at the seat */
export function supervisedStandingOn(state: KnownObligation, day: CalendarDate, { supervision, withdrawalEffectiveOn }: DebtorKnown): SupervisedStanding {
  const instrument = state.family === 'instrument' ? state.instrument : null
  const said: Supervision = instrument === null ? { status: 'unknown' } : supervision
  return {
    ...standingOn(state, day),
    supervision: ladderOn(said, day, instrument, remindersOf(state)),
    leftOn: withdrawalEffectiveOn !== null && withdrawalEffectiveOn <= day ? withdrawalEffectiveOn : null,
  }
}

/** The reminders whose day came while it was tracked, and of which none spared the State. */
const remindersOf = (state: KnownObligation): readonly Reminder[] =>
  state.planned
    .filter((step) => step.letter.startsWith('reminder') && state.settled.includes(stepKey(step)) && !isSpared(step.letter, state))
    .map(({ letter, on }) => ({ letter, on }))
