import { correspondent, stream } from '../../domain/obligation/obligation-id.ts'
import type { DebtorKnown } from '../../domain/views/supervised-standing.ts'
import { foldOrganization, foldSupervision } from '../fold.ts'
import type { EventLog } from '../ports.ts'

type Owed = { readonly organization: string; readonly debtor: string }

/** What bodies said of those who owe these obligations, and whether they are Members still, by `<organization>:FRA`. Of a unit nothing is said. */
export async function debtorsKnown(log: EventLog, obligations: readonly Owed[]): Promise<ReadonlyMap<string, DebtorKnown>> {
  const organizations = [...new Set(obligations.map(({ organization }) => organization))]
  const debtors = [...new Set(obligations.map(({ organization, debtor }) => correspondent(organization, debtor)))]
  const { histories } = await log.read([...organizations.map(stream.organization), ...debtors.map(stream.supervision)])
  const members = new Map(organizations.map((code, index) => [code, foldOrganization(histories[index])]))
  return new Map(
    debtors.map((debtor, index): [string, DebtorKnown] => {
      const [organization = '', code = ''] = debtor.split(':')
      const own = members.get(organization)
      const withdrawalEffectiveOn = own?.status === 'established' ? (own.members[code]?.withdrawalEffectiveOn ?? null) : null
      return [debtor, { supervision: foldSupervision(histories[organizations.length + index]), withdrawalEffectiveOn }]
    }),
  )
}
