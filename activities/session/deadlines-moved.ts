import { openingFor } from '../../domain/cycle/opening.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import { obligationId, stream } from '../../domain/obligation/obligation-id.ts'
import { foldCycle, foldInstrument, foldObligation } from '../fold.ts'
import type { House } from '../house.ts'
import type { Append } from '../ports.ts'

type Closing = Parameters<typeof openingFor>[1]['closing']
type Today = Parameters<typeof openingFor>[1]['trackedFrom']
export type Reckoned = Pick<House, 'log' | 'reference'>

/** One `DeadlineMoved` for each obligation of these cycles that was counted from another closing, to go into the append that records this one. */
export async function deadlinesMoved(house: Reckoned, cycles: readonly string[], closing: Closing, reason: string, today: Today): Promise<Append['streams']> {
  const moved = await Promise.all(cycles.map((cycle) => movedIn(house, cycle, closing, reason, today)))
  return moved.flat()
}

async function movedIn({ log, reference }: Reckoned, cycleId: string, closing: Closing, reason: string, today: Today): Promise<Append['streams']> {
  const { histories } = await log.read([stream.cycle(cycleId)])
  const cycle = foldCycle(histories[0])
  if (cycle.status === 'unknown' || cycle.family !== 'instrument') return []
  const { organization, instrument: code, debtors } = cycle
  const ids = debtors.flatMap((debtor) => (['submission', 'referral'] as const).map((kind) => obligationId({ organization, request: code, kind, debtor })))
  const reading = await log.read([stream.instrument(`${organization}:${code}`), ...ids.map(stream.obligation)])
  const [adopted, ...obligations] = reading.histories
  const instrument = foldInstrument(adopted)
  if (instrument.status === 'unknown') throw new TypeError(`${cycleId} follows ${code}, which is not on record`)

  return obligations.flatMap((history) => {
    const state = foldObligation(history)
    if (state.status === 'unknown' || state.family !== 'instrument') return []
    const { kind, adoptedOn, trackedFrom, debtor } = state
    const rule = reference.ruleFor(organization, kind, instrument.kind)
    const policy = reference.policyOf(organization)
    const printed = kind === 'submission' ? reference.printedFor(cycleId) : []
    const again = openingFor(debtor, { organization, cycle: cycleId, instrument: code, kind, adoptedOn, closing, rule, policy, printed, trackedFrom })
    const events = obligation.decide({ type: 'MoveDeadlines', today, closing: again.closing, deadlines: again.deadlines, steps: again.steps, reason }, state)
    return events.length === 0 ? [] : [{ stream: history.stream, atVersion: history.version, events }]
  })
}
