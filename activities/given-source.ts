import { z } from 'zod'
import { type Source, source } from '../domain/provenance.ts'
import type { Asked } from './command.ts'
import type { House } from './house.ts'

/** A source as a person gives it: a registered document by its code, or a title of its own. */
export const givenSources = z.array(
  z.union([z.strictObject({ document: z.string().min(1), place: z.string().min(1).optional() }), z.strictObject(source.shape)]),
)
export type GivenSources = z.infer<typeof givenSources>

/**
 * Sources as the record keeps them. Where none is given, it says who recorded the fact.
 *
 * @throws Refusal `unknown-document`
 */
export function sourcesFrom({ reference }: Pick<House, 'reference'>, organization: string, given: GivenSources | undefined, { actor }: Asked): Source[] {
  if (given === undefined || given.length === 0) return [{ title: `Recorded by ${actor.role}` }]
  return given.map((each) => {
    if (!('document' in each)) return each
    const { document, place } = each
    return { ...reference.sourceOf(organization, document), ...(place === undefined ? {} : { place }) }
  })
}
