import type { House } from '../../activities/house.ts'
import { giveCommand } from '../../activities/obligation/give-command.ts'

/** A Government's complete answer. What it says is made up. */
export async function submitCompleteReport(house: House, obligationId: string, submissionDate: string): Promise<void> {
  const [debtor = ''] = obligationId.split(':').slice(-1)
  const answer = {
    submitted: 'yes',
    submissionDate,
    competentAuthorities: [{ name: 'A parliament', kind: 'legislature' }],
    governmentProposals: 'None',
    authorityAction: 'Took note',
    communicatedTo: [
      { organization: 'Employers', side: 'employers' },
      { organization: 'Workers', side: 'workers' },
    ],
  }
  const asked = { commandId: `report/${obligationId}`, actor: { role: 'ministry', id: debtor } } as const
  await giveCommand(house, asked, 'submit-report', obligationId, { report: answer })
}
