import type { UseCaseContext } from '../../activities/use-case-context.ts'
import { principalIn } from '../../domain/principal.ts'
import { submitReport } from './obligation-commands.ts'

/** A Government's complete answer. What it says is made up. */
export async function submitCompleteReport(context: UseCaseContext, obligationId: string, submissionDate: string): Promise<void> {
  const [party = ''] = obligationId.split(':').slice(-1)
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
  const metadata = { commandId: `report/${obligationId}`, principal: principalIn({ role: 'ministry', id: party }, 'ilo', 'http') } as const
  await submitReport(context, metadata, obligationId, answer)
}
