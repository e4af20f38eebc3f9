import { openCycle } from './cycle/open-cycle.ts'
import { openYearlyList } from './cycle/open-yearly-list.ts'
import { correctDecision } from './decision/correct-decision.ts'
import { enterObligation } from './decision/enter-obligation.ts'
import { recordDecision } from './decision/record-decision.ts'
import { acceptReport } from './obligation/accept-report.ts'
import { acknowledgeReport } from './obligation/acknowledge-report.ts'
import { completeReport } from './obligation/complete-report.ts'
import { returnReport } from './obligation/return-report.ts'
import { stateCircumstances } from './obligation/state-circumstances.ts'
import { submitReport } from './obligation/submit-report.ts'
import { withdrawReport } from './obligation/withdraw-report.ts'
import { recordEvent } from './occurrence/record-event.ts'
import { admitMember } from './organization/admit-member.ts'
import { correctAdmission } from './organization/correct-admission.ts'
import { correctWithdrawal } from './organization/correct-withdrawal.ts'
import { giveWithdrawalNotice } from './organization/give-withdrawal-notice.ts'
import { closePlan } from './plan/close-plan.ts'
import { openPlan } from './plan/open-plan.ts'
import { revisePlan } from './plan/revise-plan.ts'
import { type RegisteredCommand, registered } from './registered-command.ts'
import { adoptInstrument } from './session/adopt-instrument.ts'
import { announceSession } from './session/announce-session.ts'
import { cancelSession } from './session/cancel-session.ts'
import { closeSession } from './session/close-session.ts'
import { correctAdoption } from './session/correct-adoption.ts'
import { correctClosing } from './session/correct-closing.ts'
import { clearSupervision } from './supervision/clear-supervision.ts'
import { correctSupervision } from './supervision/correct-supervision.ts'
import { recordComment } from './supervision/record-comment.ts'
import { recordReply } from './supervision/record-comment-reply.ts'
import { recordConclusions } from './supervision/record-conclusions.ts'
import { recordHearing } from './supervision/record-hearing.ts'
import { recordListing } from './supervision/record-listing.ts'

/**
 * Every command, once. HTTP routes, command line, scenarios, the OpenAPI description, the table of permissions and the previews are made from it.
 */
const listed = [
  registered(submitReport),
  registered(completeReport),
  registered(withdrawReport),
  registered(returnReport),
  registered(acceptReport),
  registered(acknowledgeReport),
  registered(stateCircumstances),
  registered(closeSession),
  registered(correctClosing),
  registered(adoptInstrument),
  registered(correctAdoption),
  registered(announceSession),
  registered(cancelSession),
  registered(recordEvent),
  registered(recordDecision),
  registered(correctDecision),
  registered(openPlan),
  registered(revisePlan),
  registered(closePlan),
  registered(enterObligation),
  registered(openCycle),
  registered(openYearlyList),
  registered(admitMember),
  registered(correctAdmission),
  registered(giveWithdrawalNotice),
  registered(correctWithdrawal),
  registered(recordComment),
  registered(recordReply),
  registered(recordListing),
  registered(recordHearing),
  registered(recordConclusions),
  registered(clearSupervision),
  registered(correctSupervision),
] as const

export type CommandName = (typeof listed)[number]['name']

export const registry: readonly RegisteredCommand<CommandName>[] = listed

export const commandNames: readonly CommandName[] = registry.map(({ name }) => name)

/** `null` where no command has this name. */
export const findCommand = (name: string): RegisteredCommand<CommandName> | null => registry.find((each) => each.name === name) ?? null

/** One that is known to be listed. */
export function commandNamed(name: CommandName): RegisteredCommand<CommandName> {
  const found = findCommand(name)
  if (found === null) throw new TypeError(`The registry lists no ${name}`)
  return found
}
