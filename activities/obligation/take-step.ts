import { system as systemActor } from '../../domain/actor.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../domain/ids.ts'
import { citedAs } from '../../domain/obligation/basis.ts'
import { nextStep as nextStepOf } from '../../domain/obligation/next-step.ts'
import type { Obligation } from '../../domain/obligation/state.ts'
import { systemPrincipal } from '../../domain/principal.ts'
import { stream } from '../../domain/streams.ts'
import type { CommandRules } from '../commands/command-definition.ts'
import { handle } from '../commands/handle.ts'
import { foldObligation } from '../fold.ts'
import { type Step, summaryOf } from '../steps.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { aboutObligation, decideObligation } from './decide-obligation.ts'
import { stateAfter } from './state-after.ts'

/** The installation's own part that keeps the time for obligations. The waker does not wake it for what it wrote itself. */
export const followObligationActor = systemActor('follow-obligation')

/** What an obligation waits for now, from the record alone. */
export async function nextStep(context: UseCaseContext, obligationId: string): Promise<Step> {
  const { histories, head } = await context.log.read([stream.obligation(obligationId)])
  const state = foldObligation(histories[0])
  return answer(context, obligationId, state, head, await todayFor(context, state))
}

/**
 * Takes the step that was due, and answers the next one. Run twice, the second run changes nothing:
 * the command's id names the deadline as it was set.
 */
export async function takeStep(context: UseCaseContext, obligationId: string, { step, setAtVersion }: Extract<Step, { kind: 'step' }>): Promise<Step> {
  const metadata = { commandId: `${obligationId}/${step}/${setAtVersion}`, principal: systemPrincipal(followObligationActor.id) }
  // The day is read once, before the step: a day that begins while it is taken is for the next wake-up.
  const today = await context.clock.today(context.reference.zoneOf(organizationOf(obligationId)))
  const handled = await handle(context, stepTaking, metadata, { obligation: obligationId, today, step, setAtVersion })
  return answer(context, obligationId, stateAfter(handled), handled.head, today)
}

type DueStep = { readonly obligation: string; readonly today: CalendarDate; readonly step: string; readonly setAtVersion: number }

/** A step of the system itself: it goes through the one handler, and no registry lists it. */
const stepTaking: CommandRules<DueStep> = {
  name: 'take-step',
  scope: 'obligation',
  mayBeGivenBy: { system: 'any' },
  about: ({ obligation }) => aboutObligation(obligation),
  decide: ({ about, histories, payload: { obligation: _, ...due } }) => ({ streams: decideObligation(about, histories, { type: 'TakeStep', ...due }).streams }),
}

const todayFor = async ({ clock, reference }: UseCaseContext, state: Obligation): Promise<CalendarDate> =>
  clock.today(state.status === 'unknown' ? 'UTC' : reference.zoneOf(state.organization))

async function answer({ clock, reference }: UseCaseContext, obligationId: string, state: Obligation, asOf: number, today: CalendarDate): Promise<Step> {
  const next = nextStepOf(state, today)
  if (next.kind === 'none' || state.status === 'unknown') return { kind: 'none', asOf }
  const { step, setAtVersion, on } = next
  const waitMs = on <= today ? 0 : await clock.waitMsUntil(on, reference.zoneOf(state.organization))
  return { kind: 'step', asOf, waitMs, step, setAtVersion, summary: summaryOf(`${obligationId}: ${step} on ${on} (${citedAs(state)})`) }
}
