import type { LetterKind } from '../letter/events.ts'
import type { KnownObligation } from './state.ts'

/** Whether a letter does not go although its day came: its kind spares whoever stated exceptional circumstances. */
export const isSuppressed = (letter: LetterKind, state: KnownObligation): boolean =>
  state.family === 'instrument' && state.circumstancesStated && state.kindSnapshot.suppressed.includes(letter)
