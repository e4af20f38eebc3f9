import type { Part } from '../../rehearsal/cycle-part.ts'
import type { OrganizationSeeds, Seeds } from '../seeds/seeds.ts'
import { instrumentPart } from './instrument-part.ts'
import { planPart } from './plan-part.ts'

/** Under this name everything that the seeds mark for it is played at once. */
export const everything = 'all'

/**
 * The part of a play that one cycle is.
 *
 * @param given the cycle's code, or `<organization>:<code>` where two organizations have one of that code
 * @throws RangeError where there is no such cycle, or more than one
 */
export function partNamed(seeds: Seeds, given: string, seed: string): Part {
  const known = seeds.organizations.flatMap((organization) => partsIn(organization, seeds, seed))
  const [found, ...others] = known.filter(({ id, code }) => given === id || given === code)
  if (found === undefined)
    throw new RangeError(`There is no cycle ${given} to rehearse: there are ${[...known.map(({ code }) => code), everything].join(', ')}`)
  if (others.length > 0) throw new RangeError(`There is more than one cycle ${given} to rehearse: write ${[found, ...others].map(({ id }) => id).join(' or ')}`)
  return found.part()
}

type Playable = { readonly id: string; readonly code: string; readonly part: () => Part }

function partsIn(organization: OrganizationSeeds, seeds: Seeds, seed: string): readonly Playable[] {
  const idOf = (code: string) => `${organization.organization.code}:${code}`
  return [
    ...organization.cycles.map(({ code }) => ({ id: idOf(code), code, part: () => instrumentPart(seeds, organization, code, seed) })),
    ...organization.plans.map(({ plan: { code } }) => ({ id: idOf(code), code, part: () => planPart(seeds, organization, code, seed) })),
  ]
}
