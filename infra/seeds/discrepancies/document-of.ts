import type { ParsedOrganization } from '../read-organization.ts'
import type { SeedFile } from '../yaml-file.ts'

/** The code of the document that a file of `discrepancies/` is named for, in small letters: `sse.yaml` is of SSE. `null` where there is no such document. */
export function documentOf(file: SeedFile, { documents }: Pick<ParsedOrganization, 'documents'>): string | null {
  const name = (file.name.split('/').at(-1) ?? '').replace(/\.yaml$/, '')
  return documents.value.find(({ code }) => code.toLowerCase() === name)?.code ?? null
}
