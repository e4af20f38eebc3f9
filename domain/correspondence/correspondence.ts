import type { Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { correspondenceEvents, QueuedNotice } from './events.ts'

export type CorrespondenceEvent = EventsOf<typeof correspondenceEvents>

export type PendingNotice = QueuedNotice & { readonly version: number }

/** What one party has still to be told, and the letters on their way. */
export type Correspondence = {
  readonly pending: readonly PendingNotice[]
  readonly openLetters: readonly string[]
  /** Letters begun so far: the next one's number less one. */
  readonly letters: number
}

export const correspondence = {
  initial: { pending: [], openLetters: [], letters: 0 } as Correspondence,
  evolve(state: Correspondence, event: Versioned<CorrespondenceEvent>): Correspondence {
    switch (event.type) {
      case 'NoticeQueued':
        return { ...state, pending: [...state.pending, { ...event.data, version: event.version }] }
      case 'NoticesGathered':
        return { pending: without(state.pending, event.data.notices), openLetters: [...state.openLetters, event.data.letter], letters: state.letters + 1 }
      case 'NoticesDropped':
        return { ...state, pending: without(state.pending, event.data.notices) }
      case 'LetterClosed':
        return { ...state, openLetters: state.openLetters.filter((letter) => letter !== event.data.letter) }
    }
  },
}

const without = (pending: readonly PendingNotice[], versions: readonly number[]) => pending.filter(({ version }) => !versions.includes(version))
