import { z } from 'zod'
import type { Source } from '../../../domain/provenance.ts'

/** What a citation may name: a document or page of `documents.yaml`, by its code. */
export type Register = ReadonlyMap<string, Source>

/**
 * A citation as written, `{ document: SPF, place: paragraph 13 }`, read as the source that it names.
 * A document that the register does not hold is a problem at the line that cites it.
 */
export const citationIn = (register: Register) =>
  z.strictObject({ document: z.string().min(1), place: z.string().min(1).optional() }).transform(({ document, place }, context): Source => {
    const cited = register.get(document)
    if (cited === undefined) {
      context.addIssue({ code: 'custom', path: ['document'], message: `documents.yaml holds no ${document}: add it there, or correct the code.` })
      return z.NEVER
    }
    return place === undefined ? cited : { ...cited, place }
  })

export type Citation = ReturnType<typeof citationIn>
