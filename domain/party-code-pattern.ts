/** The code of a party, a Member or a unit, as its organization gives it: `FRA`, `office`, `dept-7`. */
export const partyCodePattern = /^[A-Za-z0-9][A-Za-z0-9-]*$/

export const isPartyCode = (text: string): boolean => partyCodePattern.test(text)
