import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { SupervisionSeed } from '../schema/supervision.ts'

/** Bodies sit where bodies sit, nothing has one name twice, and one criterion at most is computed. */
export const checkSupervision = ({ supervision, organization }: ParsedOrganization): readonly Problem[] => [
  ...supervision.slice(1).map(({ file }) => problemAt(file, ['code'], 'An organization has one file of supervision. Join them, or take one out.')),
  ...supervision.flatMap((each) => [...checkBodies(each, organization.value.bodies), ...checkCriteria(each)]),
]

function checkBodies({ file, value: { bodies } }: Parsed<SupervisionSeed>, known: readonly { readonly code: string }[]): readonly Problem[] {
  return bodies.flatMap(({ listsAt, comments }, index) => [
    ...twice(
      bodies.map(({ code }) => code),
      index,
    ).map((code) => problemAt(file, ['bodies', index, 'code'], `${code} is a body above already. Take one out.`)),
    ...(listsAt === null || known.some(({ code }) => code === listsAt)
      ? []
      : [problemAt(file, ['bodies', index, 'listsAt'], `There is no body ${listsAt} in organization.yaml. Add it, or correct the code.`)]),
    ...comments.flatMap((_, place) =>
      twice(
        comments.map(({ kind }) => kind),
        place,
      ).map((kind) => problemAt(file, ['bodies', index, 'comments', place, 'kind'], `${kind} is a comment of this body already. Take one out.`)),
    ),
  ])
}

function checkCriteria({ file, value: { criteria } }: Parsed<SupervisionSeed>): readonly Problem[] {
  const computed = criteria.flatMap((each, index) => (each.computed === null ? [] : [index])).slice(1)
  return [
    ...criteria.flatMap((_, index) =>
      twice(
        criteria.map(({ code }) => code),
        index,
      ).map((code) => problemAt(file, ['criteria', index, 'code'], `${code} is a criterion above already. Give this one its own code.`)),
    ),
    ...computed.map((index) =>
      problemAt(file, ['criteria', index, 'computed'], 'Another criterion is computed already, and the list rests on one. Set this one to null.'),
    ),
  ]
}

/** The code at a place, if it stands before that place as well. */
const twice = (codes: readonly string[], index: number): readonly string[] => codes.slice(index, index + 1).filter((code) => codes.indexOf(code) < index)
