import type { Actor } from '../../domain/actor.ts'
import { parseObligationId } from '../../domain/ids.ts'
import { textIn } from '../../domain/languages.ts'
import { membersOn } from '../../domain/organization/organization.ts'
import { isPartyCode } from '../../domain/party-code-pattern.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import { foldOrganization } from '../fold.ts'
import type { UseCaseContext } from '../use-case-context.ts'

/**
 * Says why a report was turned away, where it came from or for a State that is not a Member of the organization.
 *
 * @throws Refusal `not-a-member`; `unknown-obligation`, which names it too; or the refusal given
 */
export async function refusedAs({ log, clock }: Pick<UseCaseContext, 'log' | 'clock'>, actor: Actor, obligationId: string, refused: Refusal): Promise<never> {
  if (refused.code !== 'unknown-obligation' && refused.code !== 'not-allowed') throw refused
  const { organization: code, party } = parseObligationId(obligationId)
  const { histories } = await log.read([stream.organization(code)])
  const organization = foldOrganization(histories[0])
  if (organization.status === 'unknown') throw refused
  const known = [...membersOn(organization, await clock.today(organization.zone)).map(({ member }) => member), ...Object.keys(organization.units)]
  const stranger = [...(actor.role === 'ministry' ? [actor.id] : []), party].find((each) => isPartyCode(each) && !known.includes(each))
  if (stranger === undefined) throw refused
  const facts = { ...refused.facts, organization: code, member: stranger }
  const why = `${stranger} is not a Member of ${textIn(organization.name, 'en')}: it owes nothing there`
  throw refused.code === 'not-allowed' ? new Refusal('not-a-member', why, facts) : new Refusal('unknown-obligation', `${refused.message}: ${why}`, facts)
}
