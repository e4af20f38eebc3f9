import { nameWithin, parseObligationId, partyOfLetter } from '../../domain/ids.ts'

/** The State or unit that owns what is named `<organization>:FRA`, or begins so: a correspondence, or the id of a letter to it. */
export const ownerOfLetters = (id: string): string => nameWithin(partyOfLetter(id))

/** The State or unit that an obligation belongs to. @throws Refusal `unknown-obligation` when the id names none: the row would be shown to nobody, or to everybody */
export const ownerOfObligation = (id: string): string => parseObligationId(id).party
