import type { PrintedPlace } from '../../../domain/explanation/discrepancy.ts'
import type { Source } from '../../../domain/provenance.ts'
import type { DocumentSeed } from '../schema/document.ts'

/** Reads sources back as places of the documents and pages that an organization's seeds cite. */
export const placesIn =
  (documents: readonly DocumentSeed[]) =>
  (sources: readonly Source[]): readonly PrintedPlace[] =>
    sources.map(({ title, href, place }) => {
      const document = documents.find((one) => one.title === title && one.href === href)
      if (document === undefined) throw new RangeError(`No document of the seeds has the title ${title}`)
      return { document: document.code, title, ...(place === undefined ? {} : { place }) }
    })
