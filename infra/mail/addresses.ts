import { assertAddress } from './control-characters.ts'

/**
 * Where a ministry's letters go.
 *
 * A synthetic default: real addresses are data of the register of persons, which notes who was nominated by official letter.
 *
 * @param member ISO 3166-1 alpha-3 code
 * @param mailDomain the configured domain, `follow-up.invalid` where none is set: mail to it can reach nobody
 * @throws RangeError when code or domain do not make an address
 */
export function ministryAddress(member: string, mailDomain: string): string {
  const address = `ministry.${member.toLowerCase()}@${mailDomain}`
  assertAddress(`The address of ${member}`, address)
  return address
}

/**
 * Whom letters come from, and where answers go.
 *
 * @throws RangeError when the domain does not make an address
 */
export function secretariatAddress(mailDomain: string): string {
  const address = `secretariat@${mailDomain}`
  assertAddress('The address of the secretariat', address)
  return address
}

/** A domain that can never exist (RFC 6761). */
export const unroutableMailDomain = 'follow-up.invalid'
