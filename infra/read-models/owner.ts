/** The State or unit that owns what is named `<organization>:FRA`, or begins so: a correspondent, or the id of a letter to it. */
export const ownerOfLetters = (id: string): string => part(id, 1)

/** The State or unit that owes `<organization>:R202:submission:FRA`, `<organization>:<plan>-I-4:event:<unit>:2014`. */
export const ownerOfObligation = (id: string): string => part(id, 3)

/** @throws TypeError when the id has no such part: a row without its owner would be shown to nobody, or to everybody */
function part(id: string, index: number): string {
  const found = id.split(':')[index]
  if (found === undefined || found === '') throw new TypeError(`${id} does not name the State that it belongs to`)
  return found
}
