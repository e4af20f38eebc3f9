import { type EnteredLetter, type LetterFacts, letterKindsOf, type ObligationFacts } from '../../documents/letters/letter-facts.ts'
import type { LetterKind } from '../../domain/letter/events.ts'

type Rest = Pick<EnteredLetter, 'letterId' | 'date' | 'party' | 'organization' | 'synthetic' | 'reply'>

/**
 * A letter of one kind about obligations of one family.
 *
 * @throws TypeError when they are of both, or when letters of this kind do not speak of them
 */
export function letterAbout(kind: LetterKind, about: readonly ObligationFacts[], rest: Rest): LetterFacts {
  const instruments = about.filter((each) => each.family === 'instrument')
  const entered = about.filter((each) => each.family === 'entered')
  const ofInstruments = letterKindsOf.instrument.find((each) => each === kind)
  const ofEntered = letterKindsOf.entered.find((each) => each === kind)
  if (ofInstruments !== undefined && entered.length === 0) return { family: 'instrument', kind: ofInstruments, obligations: instruments, ...rest }
  if (ofEntered !== undefined && instruments.length === 0) return { family: 'entered', kind: ofEntered, obligations: entered, ...rest }
  throw new TypeError(`${rest.letterId}: no letter of the kind ${kind} speaks of ${about.map(({ id }) => id).join(', ')}`)
}
