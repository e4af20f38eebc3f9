import type { SessionName } from '../../documents/letters/obligation-facts.ts'
import { parseOwnedId } from '../../domain/ids.ts'
import type { PageCatalog } from '../page-catalog.ts'

/**
 * A session by its id, `<organization>:<body>-<number>`, its number as printed: `338 bis`.
 *
 * The longest code of the organization's bodies that fits is meant; of a body that it does not name, the letters before the first hyphen.
 */
export function sessionOf({ organizations }: Pick<PageCatalog, 'organizations'>, id: string): SessionName & { readonly number: string } {
  const { organization, name } = parseOwnedId(id)
  const fitting = Object.keys(organizations[organization]?.bodies ?? {}).filter((code) => name.startsWith(`${code}-`))
  const body = fitting.toSorted((a, b) => b.length - a.length)[0] ?? name.replace(/-.*$/, '')
  return { id, organization, body, number: name.slice(body.length + 1).replaceAll('-', ' ') }
}
