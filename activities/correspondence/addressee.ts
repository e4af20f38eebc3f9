import type { Addressee } from '../../documents/letters/letter-facts.ts'
import { parseOwnedId } from '../../domain/ids.ts'
import type { Language } from '../../domain/languages.ts'
import type { Organization } from '../../domain/organization/organization.ts'

type Established = Extract<Organization, { status: 'established' }>

/**
 * Who a letter goes to, and in which language: a Member or a unit, as the organization's own record names them.
 *
 * @param party `<organization>:<code>`
 * @throws TypeError when the record names neither
 */
export function addresseeOf(party: string, { members, units }: Established): { readonly addressee: Addressee; readonly language: Language } {
  const { organization, name: code } = parseOwnedId(party)
  const member = members[code]
  if (member !== undefined) return { addressee: { organization, partyType: 'member', code, name: member.name }, language: member.letterLanguage }
  const unit = units[code]
  if (unit === undefined) throw new TypeError(`${party} is owed a letter and is on record neither as a Member nor as a unit`)
  return { addressee: { organization, partyType: 'unit', code, name: unit.name }, language: unit.language }
}
