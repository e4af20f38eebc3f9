/** What was found, and, for people, which it is and why it was taken. */
export type Found = { readonly path: string; readonly chosen: string }

/** One way to come by a program: what it found, or why it found nothing. */
export type Way = { readonly name: string; readonly look: () => Promise<Found | { readonly missing: string }> }

/** No way led to the program; the message lists each with its reason, then says what to install or set. */
export class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing'
}

/**
 * Goes the ways in order and stops at the first that leads to the program.
 *
 * @param remedy what a person can install or set, whole sentences
 * @throws ProgramMissing when none does
 */
export async function firstThatWorks(program: string, ways: readonly Way[], remedy: string): Promise<Found> {
  const missed: string[] = []
  for (const { name, look } of ways) {
    const found = await look()
    if ('path' in found) return missed.length === 0 ? found : { path: found.path, chosen: `${found.chosen} (${missed.join('; ')})` }
    missed.push(`${name}: ${found.missing}`)
  }
  throw new ProgramMissing(`${program} was not found.\n${missed.map((line) => `  - ${line}`).join('\n')}\n${remedy}`)
}
