import type { Addressee } from '../../documents/letters/letter-facts.ts'
import { assertAddress } from './control-characters.ts'

/**
 * Where a party's letters go: `ministry.<state>.<organization>@…` for a Member, `unit.<code>.<organization>@…` for a unit.
 *
 * A synthetic default: real addresses are data of the register of persons, which notes who was nominated by official letter. The
 * organization stands in it, because a State that is a Member of two is written to by each at an address of its own.
 *
 * @param mailDomain the configured domain, `follow-up.invalid` where none is set: mail to it can reach nobody
 * @throws RangeError when codes or domain do not make an address
 */
export function partyAddress({ organization, partyType, code }: Pick<Addressee, 'organization' | 'partyType' | 'code'>, mailDomain: string): string {
  const address = `${partyType === 'member' ? 'ministry' : 'unit'}.${code.toLowerCase()}.${organization}@${mailDomain}`
  assertAddress(`The address of ${organization}:${code}`, address)
  return address
}

/**
 * Whom an organization's letters come from, and where answers to them go: no answer to one reaches another.
 *
 * @throws RangeError when the domain does not make an address
 */
export function secretariatAddress(organization: string, mailDomain: string): string {
  const address = `secretariat.${organization}@${mailDomain}`
  assertAddress(`The address of the secretariat of ${organization}`, address)
  return address
}

/** A domain that can never exist (RFC 6761). */
export const unroutableMailDomain = 'follow-up.invalid'
