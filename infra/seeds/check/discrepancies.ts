import { documentOf } from '../discrepancies/document-of.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import { asksForSum } from '../schema/discrepancy.ts'

/** A file of discrepancies is named for its document; each entry has an id of its own, and a sum has components to add up. */
export function checkDiscrepancies(seeds: ParsedOrganization): readonly Problem[] {
  const { plans, discrepancies } = seeds
  const ids = discrepancies.flatMap(({ value }) => value.map(({ id }) => id))
  return discrepancies.flatMap(({ file, value }) => {
    const document = documentOf(file, seeds)
    if (document === null) return problemAt(file, [], 'documents.yaml holds no document of this name. Name the file for its document, in small letters.')
    const adds = plans.some((plan) => plan.value.document === document && plan.value.components.some(({ resources }) => resources !== undefined))
    return value.flatMap(({ id, computed }, index) => [
      ...(ids.filter((one) => one === id).length > 1 ? [problemAt(file, [index, 'id'], `${id} is used more than once. Give each its own.`)] : []),
      ...(asksForSum(computed) && !adds ? [problemAt(file, [index, 'computed'], `No plan of ${document} has components with resources to add up.`)] : []),
    ])
  })
}
