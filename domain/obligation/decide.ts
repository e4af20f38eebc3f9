import { type CalendarDate, plusDays } from '../calendar/calendar-date.ts'
import { unreachable } from '../decider.ts'
import { Refusal } from '../refusal.ts'
import type { CommandOf, ObligationCommand } from './commands.ts'
import { moveDays, release, submitAnswer } from './decide-entered.ts'
import { acceptReport, acknowledgeReport, returnReport, submitReport, withdrawReport } from './decide-report.ts'
import { isSuppressed } from './is-suppressed.ts'
import { type NextStep, nextStep } from './next-step.ts'
import type { EnteredObligation, InstrumentObligation, KnownObligation, Obligation, ObligationEvent } from './state.ts'

/** @throws Refusal when a rule says no */
export function decide(command: ObligationCommand, state: Obligation): readonly ObligationEvent[] {
  if (command.type === 'OpenObligation') return open(command, state)
  if (command.type === 'EnterObligation') return enter(command, state)
  if (state.status === 'unknown') throw new Refusal('unknown-obligation', 'There is no such obligation')

  switch (command.type) {
    case 'MoveDeadlines':
      return move(command, ofInstrument(state))
    case 'MoveDays':
      return moveDays(command, entered(state))
    case 'Release':
      return release(command, entered(state))
    case 'SubmitAnswer':
      return submitAnswer(command, entered(state))
    case 'TakeStep':
      return takeStep(command, state)
    case 'StateExceptionalCircumstances':
      return stateCircumstances(command, ofInstrument(state))
    case 'SubmitReport':
      return submitReport(command, ofInstrument(state))
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

function enter({ today, entering }: CommandOf<'EnterObligation'>, state: Obligation): readonly ObligationEvent[] {
  if (state.status !== 'unknown') throw new Refusal('already-opened', 'This obligation was entered before')
  return [{ type: 'ObligationEntered', occurredOn: today, data: entering }]
}

/** @throws Refusal `wrong-report-for-kind` */
function ofInstrument(state: KnownObligation): InstrumentObligation {
  if (state.family === 'instrument') return state
  throw new Refusal('wrong-report-for-kind', `This is not asked of an obligation of the kind ${state.kind}`, { kind: state.kind })
}

/** @throws Refusal `wrong-report-for-kind` */
function entered(state: KnownObligation): EnteredObligation {
  if (state.family === 'entered') return state
  throw new Refusal('wrong-report-for-kind', `This is not asked of an obligation of the kind ${state.kind}`, { kind: state.kind })
}

function move({ today, closing, limits, steps, reason }: CommandOf<'MoveDeadlines'>, state: InstrumentObligation): readonly ObligationEvent[] {
  const sameClosing = closing.date === state.closing.date && closing.provisional === state.closing.provisional && closing.status === state.closing.status
  if (sameClosing) return []
  return [{ type: 'DeadlineMoved', occurredOn: today, data: { closing, limits: [...limits], steps: [...steps], reason } }]
}

/** What no longer applies is no news: the timer may fire after the answer it was racing, or fire twice. */
function takeStep({ today, step, setAtVersion }: CommandOf<'TakeStep'>, state: KnownObligation): readonly ObligationEvent[] {
  const next = nextStep(state, today)
  if (next.kind === 'none' || next.on > today || next.step !== step || next.setAtVersion !== setAtVersion) return []
  return [...passedBefore(state, today), notifiedOrSuppressed(state, next, today)]
}

function notifiedOrSuppressed(state: KnownObligation, next: Extract<NextStep, { kind: 'step' }>, today: CalendarDate): ObligationEvent {
  const { step, letter, setAtVersion, on: dueOn } = next
  if (state.family === 'entered')
    return { type: 'NoticeFellDue', occurredOn: today, data: { step, letter, setAtVersion, dueOn, superseded: next.superseded.map((each) => each.step) } }
  if (isSuppressed(letter, state)) return { type: 'ReminderSuppressed', occurredOn: today, data: { step: letter, setAtVersion, dueOn } }
  return { type: 'LetterFellDue', occurredOn: today, data: { step: letter, setAtVersion, dueOn, superseded: next.superseded.map((each) => each.letter) } }
}

/** Each stage whose last day is over, noted once for each day that it was set to, whether or not a letter goes. */
const passedBefore = (state: KnownObligation, today: CalendarDate): readonly ObligationEvent[] =>
  state.limits
    .filter(({ dueOn, limit, setAtVersion }) => dueOn < today && plusDays(dueOn, 1) >= state.trackedFrom && !state.expired.includes(`${limit}/${setAtVersion}`))
    .map(({ limit, dueOn, setAtVersion }) => ({ type: 'DeadlinePassed', occurredOn: dueOn, data: { limit, dueOn, setAtVersion } }))

function stateCircumstances({ today, grounds }: CommandOf<'StateExceptionalCircumstances'>, state: InstrumentObligation): readonly ObligationEvent[] {
  if (state.status === 'discharged')
    throw new Refusal('already-discharged', 'The obligation is discharged: there is no limit left to extend', { dischargedBy: state.dischargedBy ?? '' })
  return [{ type: 'ExceptionalCircumstancesStated', occurredOn: today, data: { grounds } }]
}
