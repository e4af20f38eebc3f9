import { beforeAll, describe, expect, it } from 'vitest'
import { partNamed } from '../../../infra/rehearsal-environment/find-part.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import type { Seeds } from '../../../infra/seeds/seeds.ts'
import { realSeeds, today } from '../seeds/seeds-copy.ts'

let seeds: Seeds
beforeAll(async () => {
  seeds = await loadSeeds(realSeeds, today)
})

/** The same, with the only plan of one organization named as one of the other's. */
const withTwoOfOneCode = (): Seeds => ({
  ...seeds,
  organizations: seeds.organizations.map((each) =>
    each.organization.code === 'oic' ? { ...each, plans: each.plans.map(({ plan, rows }) => ({ plan: { ...plan, code: 'sp' }, rows })) } : each,
  ),
})

describe('a cycle to rehearse', () => {
  it.each(['r202', 'ilo:r202'])('is found by its code and by its whole id: %s', (given) => expect(partNamed(seeds, given, '1').id).toBe('ilo:r202'))

  it('is that of the organization named, where two have one of its code', () =>
    expect(['ilo:sp', 'oic:sp'].map((given) => partNamed(withTwoOfOneCode(), given, '1').id)).toStrictEqual(['ilo:sp', 'oic:sp']))

  it('is never taken from one of the two without a word', () =>
    expect(() => partNamed(withTwoOfOneCode(), 'sp', '1')).toThrow('There is more than one cycle sp to rehearse: write ilo:sp or oic:sp'))

  it('is refused with the codes that there are, where there is none', () =>
    expect(() => partNamed(seeds, 'r999', '1')).toThrow(/There is no cycle r999 to rehearse: there are .*r202.*, oic, all$/))

  it('is one of these where a play of everything, or one beside a live installation, asks for it', () => {
    const { cycles, beside } = seeds.rehearsal
    expect([...cycles, beside].map((code) => partNamed(seeds, code, '1').id)).toHaveLength(cycles.length + 1)
  })
})
