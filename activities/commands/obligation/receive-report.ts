import canonicalize from 'canonicalize'
import { z } from 'zod'
import { partyOf } from '../../../domain/ids.ts'
import { requireReport } from '../../../domain/obligation/require-report.ts'
import type { KnownObligation } from '../../../domain/obligation/state.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { type Answer, formOf } from '../../../domain/report/form.ts'
import { openReferral } from '../../obligation/open-referral.ts'
import type { ReadingContext } from '../../use-case-context.ts'
import { awaitingEncryption, type WrittenContent } from '../command-definition.ts'
import type { ObligationRequest, OnObligation } from './define-obligation-command.ts'
import { idFrom } from './report-id.ts'

/** Read by the questions of the obligation's kind once it is known which obligation it answers. */
export const reportInput = z.record(z.string(), z.unknown())
type ReportInput = Readonly<z.infer<typeof reportInput>>

/** A report by itself, or what was added to an earlier one. */
type Received = { readonly answer: Answer; readonly completes?: string }

/**
 * A report as it came in. The domain judges its dates and whether it is complete; what people wrote in it is encrypted after that.
 *
 * @param received the answer, read by the form of its kind
 */
export function receiveReport({ context, metadata, id, state, today }: OnObligation<unknown>, { answer, completes }: Received): ObligationRequest {
  const report = idFrom(metadata)
  const subject = partyOf(id)
  const form = formOf(state.kindSnapshot.report)
  const { documents, rest } = form.split(answer)
  const circumstances = form.circumstances(answer)
  const content = { id: contentId(report), ...asJson(subject, rest) }
  const papers = documents.map((paper, index) => ({ id: `document/${report}/${index + 1}`, ...asJson(subject, paper) }))
  const grounds = circumstances === null ? null : { id: `grounds/${report}`, subject, mediaType: 'text/plain', content: circumstances }
  return {
    command: {
      ...{ type: 'SubmitReport', today, report, answer, ...(completes === undefined ? {} : { completes }) },
      content: awaitingEncryption(content.id),
      documents: papers.map((paper) => awaitingEncryption(paper.id)),
      grounds: grounds === null ? null : awaitingEncryption(grounds.id),
    },
    written: [content, ...papers, ...(grounds === null ? [] : [grounds])],
    further: (events) => openReferral(context, events, state, report),
  }
}

/** @throws ZodError with the path of each problem below `report`, when it is none to the questions of this obligation */
export const readReport = (state: KnownObligation, input: ReportInput): Answer =>
  z.object({ report: formOf(state.kindSnapshot.report).schema }).parse({ report: input }).report

/** What an earlier report said. @throws Refusal `unknown-report`, `already-withdrawn` */
export async function earlierReport(
  { encrypted }: ReadingContext,
  state: KnownObligation,
  completes: string | undefined,
): Promise<{ readonly id: string; readonly answer: Answer }> {
  const { id } = requireReport(state, completes)
  const opened = await encrypted.open(contentId(id))
  if (opened === null) throw new Refusal('unknown-report', 'The earlier report was erased or never came', { report: id })
  return { id, answer: JSON.parse(opened.content) }
}

const asJson = (subject: string, content: unknown): Omit<WrittenContent, 'id'> => ({
  subject,
  mediaType: 'application/json',
  content: canonicalize(content) ?? '{}',
})

const contentId = (report: string) => `report/${report}`
