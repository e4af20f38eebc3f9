import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { partyOf } from '../../domain/ids.ts'
import type { CommandOf } from '../../domain/obligation/commands.ts'
import { status } from '../../domain/obligation/decide-report.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { EnteredObligation, KnownObligation } from '../../domain/obligation/state.ts'
import { requireMay } from '../../domain/permissions.ts'
import { actorOf } from '../../domain/principal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkDates } from '../../domain/report/dates.ts'
import { type FormAnswer, formSchema, valuesOf } from '../../domain/report/form.ts'
import { type Questionnaire, questionnaire } from '../../domain/report/questionnaire.ts'
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

function completed(earlier: Questionnaire, addition: Questionnaire): Questionnaire {
  const { federal, communicatedTo } = addition
  const renamed = communicatedTo?.map(({ side }) => side) ?? []
  const kept = earlier.communicatedTo?.filter(({ side }) => !renamed.includes(side)) ?? []
  return {
    ...earlier,
    ...addition,
    ...(federal === undefined ? {} : { federal: { ...earlier.federal, ...federal } }),
    ...(communicatedTo === undefined ? {} : { communicatedTo: [...kept, ...communicatedTo] }),
  }
}

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
      const earlier = name === 'complete-report' ? await earlierAnswer(context, state, completes) : null
      const received = { report, today, subject: partyOf(obligationId), ...(earlier === null ? {} : { completes: earlier.id }) }
      if (state.family === 'entered')
        return answerCommand(context, received, state, { ...(earlier?.content ?? {}), ...readReport(formSchema(state.report.fields), given) })
      const addition = readReport(questionnaire, given)
      const answer = earlier === null ? addition : completed(questionnaire.parse(earlier.content), addition)
      checkDates(answer, state.adoptedOn, today)
      return encryptedCommand(context, { ...received, answer })
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
): Promise<{ readonly id: string; readonly content: FormAnswer }> {
  const { id } = status(state, completes)
  const opened = await encrypted.open(contentId(id))
  if (opened === null) throw new Refusal('unknown-report', 'The earlier report was erased or never came', { report: id })
  return { id, content: JSON.parse(opened.content) }
}

type Received = { readonly report: string; readonly today: CalendarDate; readonly subject: string; readonly completes?: string }

/** What people wrote is sealed before the event that names it; the event carries ids and hashes. */
async function encryptedCommand(
  { encrypted }: UseCaseContext,
  { report, today, subject, answer, completes }: Received & { readonly answer: Questionnaire },
): Promise<CommandOf<'SubmitReport'>> {
  const { documents = [], ...words } = answer
  const text = (content: unknown) => ({ subject, mediaType: 'application/json', content: canonicalize(content) ?? '{}' })
  const content = await encrypted.encrypt({ id: contentId(report), ...text(words) })
  const papers = []
  for (const [index, paper] of documents.entries()) papers.push(await encrypted.encrypt({ id: `document/${report}/${index + 1}`, ...text(paper) }))
  const circumstances = answer.exceptionalCircumstances ?? null
  const grounds = circumstances === null ? null : await encrypted.encrypt({ id: `grounds/${report}`, subject, mediaType: 'text/plain', content: circumstances })
  return { type: 'SubmitReport', today, report, answer, content, documents: papers, grounds, ...(completes === undefined ? {} : { completes }) }
}

/** Of an answer to a kind's questions the days, numbers and choices stand in the record; all of it is sealed. */
async function answerCommand(
  { encrypted }: UseCaseContext,
  { report, today, subject, completes }: Received,
  state: EnteredObligation,
  answer: FormAnswer,
): Promise<CommandOf<'SubmitAnswer'>> {
  const { fields } = state.report
  const command = {
    type: 'SubmitAnswer',
    today,
    report,
    values: valuesOf(fields, answer),
    answered: Object.keys(answer),
    ...(completes === undefined ? {} : { completes }),
  } as const
  obligation.decide({ ...command, content: { id: '', sha256: '' } }, state)
  const content = await encrypted.encrypt({ id: contentId(report), subject, mediaType: 'application/json', content: canonicalize(answer) ?? '{}' })
  return { ...command, content }
}

const contentId = (report: string) => `report/${report}`
