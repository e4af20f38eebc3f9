import { z } from 'zod'
import { partyCodePattern } from './party-code-pattern.ts'

/** A party's code at the edge and in the record. */
export const partyCode = z.string().regex(partyCodePattern, 'A party’s code holds letters, digits and hyphens, as FRA. Correct it.')
