import { unreachable } from '../decider.ts'
import { Refusal } from '../refusal.ts'
import { formOf } from '../report/form.ts'
import type { CommandOf, ObligationCommand } from './commands.ts'
import { moveLimits } from './move-limits.ts'
import { submitReport } from './receive-report.ts'
import { acceptReport, acknowledgeReport, returnReport, withdrawReport } from './review-report.ts'
import type { KnownObligation, Obligation, ObligationEvent } from './state.ts'
import { takeStep } from './take-step.ts'

/** @throws Refusal when a rule says no */
export function decide(command: ObligationCommand, state: Obligation): readonly ObligationEvent[] {
  if (command.type === 'OpenObligation') return open(command, state)
  if (state.status === 'unknown') throw new Refusal('unknown-obligation', 'There is no such obligation')

  switch (command.type) {
    case 'MoveLimits':
      return moveLimits(command, state)
    case 'Release':
      return release(command, state)
    case 'CorrectBasis':
      return [{ type: 'BasisCorrected', occurredOn: command.today, data: command.correction }]
    case 'TakeStep':
      return takeStep(command, state)
    case 'StateExceptionalCircumstances':
      return stateCircumstances(command, state)
    case 'SubmitReport':
      return submitReport(command, state)
    case 'ReturnReport':
      return returnReport(command, state)
    case 'AcceptReport':
      return acceptReport(command, state)
    case 'WithdrawReport':
      return withdrawReport(command, state)
    case 'AcknowledgeReport':
      return acknowledgeReport(command, state)
    default:
      return unreachable(command)
  }
}

function open({ today, opening }: CommandOf<'OpenObligation'>, state: Obligation): readonly ObligationEvent[] {
  if (state.status !== 'unknown') throw new Refusal('already-opened', 'This obligation was opened before')
  return [{ type: 'ObligationOpened', occurredOn: today, data: opening }]
}

/** @throws Refusal `already-discharged` */
function release({ today, reason, source }: CommandOf<'Release'>, state: KnownObligation): readonly ObligationEvent[] {
  if (state.status === 'released') return []
  if (state.status === 'discharged') throw new Refusal('already-discharged', 'The obligation is discharged: there is nothing left to release')
  return [{ type: 'ObligationReleased', occurredOn: today, data: { reason, source: [...source] } }]
}

/** @throws Refusal `wrong-report-for-kind` where no report of its kind can state them, `already-discharged`, `already-released` */
function stateCircumstances({ today, grounds }: CommandOf<'StateExceptionalCircumstances'>, state: KnownObligation): readonly ObligationEvent[] {
  if (!formOf(state.kindSnapshot.report).mayStateCircumstances)
    throw new Refusal('wrong-report-for-kind', `This is not asked of an obligation of the kind ${state.kind}`, { kind: state.kind })
  if (state.status === 'discharged')
    throw new Refusal('already-discharged', 'The obligation is discharged: there is no limit left to extend', { dischargedBy: state.dischargedBy ?? '' })
  if (state.status === 'released') throw new Refusal('already-released', 'The obligation was released: there is no limit left to extend')
  return [{ type: 'ExceptionalCircumstancesStated', occurredOn: today, data: { grounds } }]
}
