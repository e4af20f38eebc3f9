import { parseObligationId } from '../../domain/ids.ts'
import { textIn } from '../../domain/languages.ts'
import { membersOn } from '../../domain/organization/organization.ts'
import { isPartyCode } from '../../domain/party-code-pattern.ts'
import { isWithin } from '../../domain/principal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import type { Deciding } from '../commands/command-definition.ts'
import { foldOrganization } from '../fold.ts'

/**
 * Says more of why a report was refused, where it came from or for a State that is not a Member of the organization.
 *
 * @returns Refusal `not-a-member`; `unknown-obligation`, which names the State too; or the refusal as it was
 */
export async function explainNotAMember(
  refused: Refusal,
  { context: { log, clock }, metadata, about: { id, organization: code } }: Pick<Deciding<unknown>, 'context' | 'metadata' | 'about'>,
): Promise<Refusal> {
  if (refused.code !== 'unknown-obligation' && refused.code !== 'not-allowed') return refused
  // Another organization's Members are not named to a principal for whom it does not exist.
  if (!isWithin(metadata.principal, code)) return refused
  const { histories } = await log.read([stream.organization(code)])
  const organization = foldOrganization(histories[0])
  if (organization.status === 'unknown') return refused
  const known = [...membersOn(organization, await clock.today(organization.zone)).map(({ member }) => member), ...Object.keys(organization.units)]
  const stranger = [metadata.principal.party, parseObligationId(id).party].find((each) => each !== null && isPartyCode(each) && !known.includes(each))
  if (stranger === undefined || stranger === null) return refused
  const facts = { ...refused.facts, organization: code, member: stranger }
  const why = `${stranger} is not a Member of ${textIn(organization.name, 'en')}: it owes nothing there`
  return refused.code === 'not-allowed' ? new Refusal('not-a-member', why, facts) : new Refusal('unknown-obligation', `${refused.message}: ${why}`, facts)
}
