import { foldOrganization } from '../activities/fold.ts'
import { stream } from '../domain/obligation/obligation-id.ts'
import { notFound } from './failure.ts'
import type { HouseAtHand } from './ports.ts'

/** `r202` or `ilo:r202`, as the house names it. @throws CommandFailed naming the cycles that there are */
export const givenCycle = async ({ views }: HouseAtHand, given: string): Promise<string> =>
  found(
    'cycle',
    given,
    (await views.cycles()).map(({ id }) => id),
  )

/** `ilc-114` or `ilo:ilc-114`. @throws CommandFailed naming the sessions that there are */
export const givenSession = async ({ views }: HouseAtHand, given: string): Promise<string> =>
  found(
    'session',
    given,
    (await views.sessions()).map(({ id }) => id),
  )

/** `R202` or `ilo:R202`, as the instrument's code alone. @throws CommandFailed naming the instruments that there are */
export async function givenInstrument({ views }: HouseAtHand, given: string): Promise<string> {
  const id = found(
    'instrument',
    given,
    (await views.instruments()).map((each) => each.id),
  )
  return id.slice(id.indexOf(':') + 1)
}

/** A State's three letters. A State that owes nothing is found as well. @throws CommandFailed naming the States that there are */
export async function givenState({ house, views }: HouseAtHand, given: string): Promise<string> {
  const organizations = [...new Set((await views.sessions()).map(({ session }) => session.organization))]
  const { histories } = await house.log.read(organizations.map(stream.organization))
  const members = histories.map((history) => foldOrganization(history)).flatMap((each) => (each.status === 'unknown' ? [] : Object.keys(each.members)))
  return found('State', given, members)
}

/** @throws CommandFailed where there is no such obligation */
export async function givenObligation(house: HouseAtHand, given: string) {
  const row = await house.views.obligation(given)
  if (row !== null) return row
  const cycles = (await house.views.cycles()).map(({ cycle }) => cycle.instrument)
  throw notFound(
    'unknown-obligation',
    `There is no obligation ${given}. An obligation is named as ilo:R202:submission:FRA; here ${cycles.join(', ')} are followed`,
    { obligation: given },
  )
}

function found(what: string, given: string, known: readonly string[]): string {
  const match = known.find((id) => same(id, given)) ?? known.find((id) => same(id.slice(id.indexOf(':') + 1), given))
  if (match !== undefined) return match
  throw notFound(`unknown-${what.toLowerCase()}`, `There is no ${what} ${given}. There are ${known.toSorted().join(', ')}`, { [what.toLowerCase()]: given })
}

const same = (id: string, given: string): boolean => id.toLowerCase() === given.toLowerCase()
