import { house as houseActor } from '../../domain/actor.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { nextStep as nextStepOf } from '../../domain/obligation/next-step.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import type { KnownObligation, Obligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { foldObligation } from '../fold.ts'
import type { House } from '../house.ts'
import { type Step, summaryOf } from '../steps.ts'
import { changeObligation } from './change-obligation.ts'

/** The house's own part that keeps the time for obligations. The log follower does not wake it for what it wrote itself. */
export const followObligationActor = houseActor('follow-obligation')

/** What an obligation waits for now, from the record alone. */
export async function nextStep(house: House, obligationId: string): Promise<Step> {
  const { histories, head } = await house.log.read([stream.obligation(obligationId)])
  const state = foldObligation(histories[0])
  return answer(house, obligationId, state, head, await todayFor(house, state))
}

/**
 * Takes the step that was due, and answers the next one. Run twice, the second run changes nothing:
 * the command's id names the deadline as it was set.
 */
export async function takeStep(house: House, obligationId: string, { step, setAtVersion }: Extract<Step, { kind: 'step' }>): Promise<Step> {
  const asked = { commandId: `${obligationId}/${step}/${setAtVersion}`, actor: followObligationActor }
  // The day is read once, before the step: a day that begins while it is taken is for the next wake-up.
  let today: CalendarDate | undefined
  const changed = await changeObligation(house, asked, obligationId, async (state) => {
    today = await todayFor(house, state)
    return { type: 'TakeStep', today, step, setAtVersion }
  })
  return answer(house, obligationId, changed.state, changed.head, today ?? (await todayFor(house, changed.state)))
}

const todayFor = async ({ clock, reference }: House, state: Obligation): Promise<CalendarDate> =>
  clock.today(state.status === 'unknown' ? 'UTC' : reference.zoneOf(state.organization))

/** The provision or the row that asks it. */
const citedAs = (state: KnownObligation): string =>
  state.family === 'instrument' ? state.rule.provision : `${state.request}, ${state.row.source.map(citation)[0] ?? ''}`

async function answer({ clock, reference }: House, obligationId: string, state: Obligation, asOf: number, today: CalendarDate): Promise<Step> {
  const next = nextStepOf(state, today)
  if (next.kind === 'none' || state.status === 'unknown') return { kind: 'none', asOf }
  const { step, setAtVersion, on } = next
  const waitMs = on <= today ? 0 : await clock.waitMsUntil(on, reference.zoneOf(state.organization))
  return { kind: 'step', asOf, waitMs, step, setAtVersion, summary: summaryOf(`${obligationId}: ${step} on ${on} (${citedAs(state)})`) }
}
