import type { PrintedDiscrepancy } from '../../../domain/explanation/discrepancy.ts'
import { asksForSum } from '../schema/discrepancy.ts'
import type { OrganizationSeeds } from '../seeds.ts'
import { placesIn } from './places-in.ts'
import { planOf, sumOfComponents } from './sums.ts'

/** What the files of `discrepancies/` list, with the sums that they ask for. */
export function seededIn(seeds: OrganizationSeeds): readonly PrintedDiscrepancy[] {
  const places = placesIn(seeds.documents)
  return seeds.discrepancies.map((seed) => ({
    id: seed.id,
    organization: seeds.organization.code,
    rows: seed.rows,
    what: seed.what,
    printed: seed.printed.map(({ value, wording, source }) => ({ value, ...(wording === undefined ? {} : { wording }), places: places([source]) })),
    computed: computedFor(seed, seeds),
  }))
}

function computedFor({ id, computed, document }: OrganizationSeeds['discrepancies'][number], seeds: OrganizationSeeds): string | null {
  if (!asksForSum(computed)) return computed
  const plan = planOf(document, seeds)
  if (plan === undefined) throw new RangeError(`${id} asks for a sum, but no plan is of ${document}`)
  return sumOfComponents(plan)
}
