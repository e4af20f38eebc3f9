import { partyOf } from '../../domain/ids.ts'
import type { ObligationCommand } from '../../domain/obligation/commands.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { requireMay } from '../../domain/permissions.ts'
import { formOf } from '../../domain/report/form.ts'
import { type CommandMetadata, hashOf } from '../command.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { type Changed, changeObligation } from './change-obligation.ts'
import type { PayloadOf } from './report-payload.ts'

/** The reviewer sends a report back for what the house cannot see. The reviewer's own words are sealed. */
export const returnReport = (
  context: UseCaseContext,
  metadata: CommandMetadata,
  obligationId: string,
  { missing, due, reportId }: PayloadOf<'return-report'>,
) =>
  changeReport(context, metadata, obligationId, 'return-report', async (today, state) => {
    const command = { type: 'ReturnReport', today, missing: missing.filter((text) => isQuestion(text, state)), due: due ?? null, ...named(reportId) } as const
    obligation.decide(command, state)
    const id = `remarks/${hashOf(metadata.commandId).slice(0, 16)}`
    const remarks = await context.encrypted.encrypt({ id, subject: partyOf(obligationId), mediaType: 'application/json', content: JSON.stringify(missing) })
    return { ...command, remarks }
  })

export const acceptReport = (context: UseCaseContext, metadata: CommandMetadata, obligationId: string, { reportId }: PayloadOf<'accept-report'>) =>
  changeReport(context, metadata, obligationId, 'accept-report', async (today) => ({ type: 'AcceptReport', today, ...named(reportId) }))

export const withdrawReport = (context: UseCaseContext, metadata: CommandMetadata, obligationId: string, { reportId }: PayloadOf<'withdraw-report'>) =>
  changeReport(context, metadata, obligationId, 'withdraw-report', async (today) => ({ type: 'WithdrawReport', today, ...named(reportId) }))

export const acknowledgeReport = (context: UseCaseContext, metadata: CommandMetadata, obligationId: string, { reportId }: PayloadOf<'acknowledge-report'>) =>
  changeReport(context, metadata, obligationId, 'acknowledge-report', async (today) => ({ type: 'AcknowledgeReport', today, ...named(reportId) }))

/** Stated by a Government, recorded, never judged: no reminder goes at 12 months after it. */
export const stateCircumstances = (
  context: UseCaseContext,
  metadata: CommandMetadata,
  obligationId: string,
  { grounds }: PayloadOf<'state-exceptional-circumstances'>,
) =>
  changeReport(context, metadata, obligationId, 'state-exceptional-circumstances', async (today, state) => {
    obligation.decide({ type: 'StateExceptionalCircumstances', today, grounds: { id: '', sha256: '' } }, state)
    const id = `grounds/${hashOf(metadata.commandId).slice(0, 16)}`
    const encrypted = await context.encrypted.encrypt({ id, subject: partyOf(obligationId), mediaType: 'text/plain', content: grounds })
    return { type: 'StateExceptionalCircumstances', today, grounds: encrypted }
  })

type Today = Awaited<ReturnType<UseCaseContext['clock']['today']>>
type ReviewName = 'return-report' | 'accept-report' | 'withdraw-report' | 'acknowledge-report' | 'state-exceptional-circumstances'
/** What is sealed is sealed only after the rules said yes: a refused command leaves nothing behind. */
type Ask = (today: Today, state: KnownObligation) => Promise<ObligationCommand>

const changeReport = (context: UseCaseContext, metadata: CommandMetadata, obligationId: string, name: ReviewName, ask: Ask): Promise<Changed> =>
  changeObligation(context, metadata, obligationId, async (state) => {
    requireMay(metadata.principal, name, obligationId, state)
    return ask(await context.clock.today(context.reference.zoneOf(state.organization)), state)
  })

const named = (report: string | undefined) => (report === undefined ? {} : { report })

/** Names of the report's questions stand in the record; anything else that a person wrote is only in the encrypted remarks. */
const isQuestion = (text: string, { kindSnapshot }: KnownObligation): boolean => formOf(kindSnapshot.report).isQuestion(text)
