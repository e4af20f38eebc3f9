import type { LetterKind } from '../letter/events.ts'
import type { KnownObligation } from './state.ts'

/** Whether a letter does not go although its day came: its kind sends none to those who stated exceptional circumstances. */
export const isSuppressed = (letter: LetterKind, { circumstancesStated, kindSnapshot }: KnownObligation): boolean =>
  circumstancesStated && kindSnapshot.letters.some((rule) => rule.letter === letter && rule.suppressedBy !== undefined)
