import { z } from 'zod'

/** The code of a party, a Member or a unit, as its organization gives it: `FRA`, `office`, `dept-7`. */
export const partyCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'A party’s code holds letters, digits and hyphens, as FRA. Correct it.')

export const isPartyCode = (text: string): boolean => partyCode.safeParse(text).success
