import canonicalize from 'canonicalize'
import { z } from 'zod'
import { partyOf } from '../../domain/ids.ts'
import type { CommandOf } from '../../domain/obligation/commands.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import { requireReport } from '../../domain/obligation/require-report.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { requireMay } from '../../domain/permissions.ts'
import { actorOf } from '../../domain/principal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Answer, formOf } from '../../domain/report/form.ts'
import { type CommandMetadata, hashOf } from '../command.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { type Changed, changeObligation } from './change-obligation.ts'
import { refusedAs } from './not-a-member.ts'
import { referralStated } from './open-referral.ts'
import type { ReportInput } from './report-payload.ts'

/** What the sender is told: the report's number, and what is still missing. */
export type Receipt = { readonly report: string; readonly missing: readonly string[]; readonly changed: Changed }

/**
 * Takes in a report. Judged in this order: the obligation exists, the actor may, the answer is one to its questions, the dates can be true, it is complete.
 *
 * @throws ZodError when the answer is none to the questions of this obligation; Refusal when a rule says no: nothing is recorded then
 */
export const submitReport = (context: UseCaseContext, metadata: CommandMetadata, obligationId: string, answer: ReportInput): Promise<Receipt> =>
  receive(context, metadata, obligationId, 'submit-report', answer)

/**
 * Adds to an earlier answer what it lacked: the fields given replace the earlier ones, the rest of that answer stands.
 * So in the federal block; of the copies, those of a side that is named anew are replaced.
 *
 * @param completes the report meant; without it, the newest that stands
 */
export const completeReport = (
  context: UseCaseContext,
  metadata: CommandMetadata,
  obligationId: string,
  addition: ReportInput,
  completes?: string,
): Promise<Receipt> => receive(context, metadata, obligationId, 'complete-report', addition, completes)

type Name = 'submit-report' | 'complete-report'

async function receive(
  context: UseCaseContext,
  metadata: CommandMetadata,
  obligationId: string,
  name: Name,
  given: ReportInput,
  completes?: string,
): Promise<Receipt> {
  const report = hashOf(metadata.commandId).slice(0, 16)
  const changed = await changeObligation(
    context,
    metadata,
    obligationId,
    async (state) => {
      requireMay(metadata.principal, name, obligationId, { organization: state.organization, party: state.party })
      const today = await context.clock.today(context.reference.zoneOf(state.organization))
      const form = formOf(state.kindSnapshot.report)
      const earlier = name === 'complete-report' ? await earlierAnswer(context, state, completes) : null
      const addition = readReport(form.schema, given)
      const answer = earlier === null ? addition : form.merge(earlier.content, addition)
      const received = { report, today, answer, ...(earlier === null ? {} : { completes: earlier.id }) }
      return encryptedCommand(context, received, partyOf(obligationId), state)
    },
    (events, state) => referralStated(context, events, state, report),
  ).catch((error: unknown) => {
    if (error instanceof Refusal) return refusedAs(context, actorOf(metadata.principal), obligationId, error)
    throw error
  })
  const missing = changed.state.reports.find(({ id }) => id === report)?.missing ?? []
  return { report, missing, changed }
}

/** @throws ZodError with the path of each problem below `report` */
const readReport = <T>(schema: z.ZodType<T>, given: ReportInput): T => z.object({ report: schema }).parse({ report: given }).report as T

async function earlierAnswer(
  { encrypted }: UseCaseContext,
  state: KnownObligation,
  completes: string | undefined,
): Promise<{ readonly id: string; readonly content: Answer }> {
  const { id } = requireReport(state, completes)
  const opened = await encrypted.open(contentId(id))
  if (opened === null) throw new Refusal('unknown-report', 'The earlier report was erased or never came', { report: id })
  return { id, content: JSON.parse(opened.content) }
}

type Received = Pick<CommandOf<'SubmitReport'>, 'report' | 'today' | 'answer' | 'completes'>

/** What people wrote is encrypted once the rules said yes, before the event that names it; the event carries ids and hashes. */
async function encryptedCommand(
  { encrypted }: UseCaseContext,
  received: Received,
  subject: string,
  state: KnownObligation,
): Promise<CommandOf<'SubmitReport'>> {
  const { report, answer } = received
  const command = { type: 'SubmitReport', ...received, content: { id: '', sha256: '' }, documents: [], grounds: null } as const
  obligation.decide(command, state)
  const form = formOf(state.kindSnapshot.report)
  const { documents, rest } = form.split(answer)
  const text = (content: unknown) => ({ subject, mediaType: 'application/json', content: canonicalize(content) ?? '{}' })
  const content = await encrypted.encrypt({ id: contentId(report), ...text(rest) })
  const papers = []
  for (const [index, paper] of documents.entries()) papers.push(await encrypted.encrypt({ id: `document/${report}/${index + 1}`, ...text(paper) }))
  const circumstances = form.circumstances(answer)
  const grounds = circumstances === null ? null : await encrypted.encrypt({ id: `grounds/${report}`, subject, mediaType: 'text/plain', content: circumstances })
  return { ...command, content, documents: papers, grounds }
}

const contentId = (report: string) => `report/${report}`
