import { parseOwnedId, partyId } from '../../domain/ids.ts'
import type { KnownParty } from '../../domain/status/supervised-status.ts'
import { stream } from '../../domain/streams.ts'
import { foldOrganization, foldSupervision } from '../fold.ts'
import type { EventLog } from '../ports.ts'

type Owed = { readonly organization: string; readonly party: string }

/** What bodies said of those who owe these obligations, and whether they are Members still, by `<organization>:FRA`. Of a unit nothing is said. */
export async function knownParties(log: EventLog, obligations: readonly Owed[]): Promise<ReadonlyMap<string, KnownParty>> {
  const organizations = [...new Set(obligations.map(({ organization }) => organization))]
  const parties = [...new Set(obligations.map(({ organization, party }) => partyId(organization, party)))]
  const { histories } = await log.read([...organizations.map(stream.organization), ...parties.map(stream.supervision)])
  const members = new Map(organizations.map((code, index) => [code, foldOrganization(histories[index])]))
  return new Map(
    parties.map((party, index): [string, KnownParty] => {
      const { organization, name: code } = parseOwnedId(party)
      const own = members.get(organization)
      const withdrawalEffectiveOn = own?.status === 'established' ? (own.members[code]?.withdrawalEffectiveOn ?? null) : null
      return [party, { supervision: foldSupervision(histories[organizations.length + index]), withdrawalEffectiveOn }]
    }),
  )
}
