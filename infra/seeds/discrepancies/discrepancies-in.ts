import type { PrintedDiscrepancy } from '../../../domain/explanation/discrepancy.ts'
import type { OrganizationSeeds, Seeds } from '../seeds.ts'
import { contradictedAdmissions, contradictedSessionDays } from './contradicted.ts'
import { comparePrintedWithComputed } from './printed-dates.ts'
import { seededIn } from './seeded.ts'
import { sumsThatDiffer } from './sums.ts'

/**
 * Everything in the seeds that does not reconcile: what their files list, then what follows from their values.
 *
 * Organizations in the order of their codes; in each, the order of the files. What a file lists under an id stands for what would be
 * computed under the same one.
 */
export const discrepanciesIn = ({ organizations }: Seeds): readonly PrintedDiscrepancy[] => organizations.flatMap(ofOrganization)

function ofOrganization(seeds: OrganizationSeeds): readonly PrintedDiscrepancy[] {
  const seeded = seededIn(seeds)
  const listed = new Set(seeded.map(({ id }) => id))
  const computed = [...sumsThatDiffer(seeds), ...comparePrintedWithComputed(seeds), ...contradictedSessionDays(seeds), ...contradictedAdmissions(seeds)]
  return [...seeded, ...computed.filter(({ id }) => !listed.has(id))]
}
