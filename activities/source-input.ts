import { z } from 'zod'
import { type Source, source } from '../domain/provenance.ts'
import type { CommandMetadata } from './command.ts'
import type { UseCaseContext } from './use-case-context.ts'

/** A source as a person gives it: a registered document by its code, or a title of its own. */
export const sourcesInput = z.array(
  z.union([z.strictObject({ document: z.string().min(1), place: z.string().min(1).optional() }), z.strictObject(source.shape)]),
)
export type SourcesInput = z.infer<typeof sourcesInput>

/**
 * Sources as the record keeps them. Where none is given, it says who recorded the fact.
 *
 * @throws Refusal `unknown-document`
 */
export function sourcesFrom(
  { reference }: Pick<UseCaseContext, 'reference'>,
  organization: string,
  given: SourcesInput | undefined,
  { principal }: CommandMetadata,
): Source[] {
  if (given === undefined || given.length === 0) return [{ title: `Recorded by ${principal.role}` }]
  return given.map((each) => {
    if (!('document' in each)) return each
    const { document, place } = each
    return { ...reference.sourceOf(organization, document), ...(place === undefined ? {} : { place }) }
  })
}
