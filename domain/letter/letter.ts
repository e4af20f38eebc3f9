import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { LetterKind, letterEvents } from './events.ts'

export type LetterEvent = EventsOf<typeof letterEvents>

/** What became of a letter. `pending`: not yet at the relay, or about to be tried again. */
export type LetterOutcome = 'pending' | 'accepted' | 'refused' | 'uncertain' | 'withdrawn'

export type Letter =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'issued'
      readonly party: string
      readonly kind: LetterKind
      readonly obligations: readonly string[]
      /** The day on which each was due to be told; empty in letters that do not say it. */
      readonly dueOn: readonly CalendarDate[]
      readonly report: string | null
      readonly messageId: string
      readonly content: { readonly id: string; readonly sha256: string }
      readonly issuedOn: CalendarDate
      readonly attempts: number
      /** An attempt began and its end is not on record: the bytes may have reached someone. */
      readonly underWay: boolean
      readonly outcome: LetterOutcome
      readonly sentOn: CalendarDate | null
    }

export const letter = {
  initial: { status: 'unknown' } as Letter,
  evolve(state: Letter, event: Versioned<LetterEvent>): Letter {
    if (event.type === 'LetterIssued') {
      const { party, kind, obligations, dueOn = [], report = null, messageId, content } = event.data
      const fresh = { attempts: 0, underWay: false, outcome: 'pending', sentOn: null } as const
      return { status: 'issued', party, kind, obligations, dueOn, report, messageId, content, issuedOn: event.occurredOn, ...fresh }
    }
    if (state.status === 'unknown') return state
    switch (event.type) {
      case 'DeliveryAttempted':
        return { ...state, attempts: event.data.attempt, underWay: true }
      case 'LetterAccepted':
        return { ...state, underWay: false, outcome: 'accepted', sentOn: event.occurredOn }
      case 'LetterRefused':
        return { ...state, underWay: false, outcome: event.data.permanent ? 'refused' : state.outcome }
      case 'LetterNotSent':
        return { ...state, underWay: false }
      case 'DeliveryUncertain':
        return { ...state, underWay: false, outcome: 'uncertain' }
      case 'LetterWithdrawn':
        return { ...state, underWay: false, outcome: 'withdrawn' }
    }
  },
}
