import { openingFor } from '../../domain/cycle/opening.ts'
import { obligationId, ownedId } from '../../domain/ids.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import { stream } from '../../domain/streams.ts'
import { foldCycle, foldInstrument, foldObligation } from '../fold.ts'
import type { Append } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

type Closing = Parameters<typeof openingFor>[1]['closing']
type Today = Parameters<typeof openingFor>[1]['trackedFrom']
export type Computed = Pick<ReadingContext, 'log' | 'reference'>

/** One `DeadlineMoved` for each obligation of these cycles that was counted from another closing, to go into the append that records this one. */
export async function deadlinesMoved(context: Computed, cycles: readonly string[], closing: Closing, reason: string, today: Today): Promise<Append['streams']> {
  const moved = await Promise.all(cycles.map((cycle) => movedIn(context, cycle, closing, reason, today)))
  return moved.flat()
}

async function movedIn({ log, reference }: Computed, cycleId: string, closing: Closing, reason: string, today: Today): Promise<Append['streams']> {
  const { histories } = await log.read([stream.cycle(cycleId)])
  const cycle = foldCycle(histories[0])
  if (cycle.status === 'unknown' || cycle.family !== 'instrument') return []
  const { organization, instrument: code, parties, kinds } = cycle
  const adopted = await log.read([stream.instrument(ownedId(organization, code))])
  const instrument = foldInstrument(adopted.histories[0])
  if (instrument.status === 'unknown') throw new TypeError(`${cycleId} follows ${code}, which is not on record`)
  const duties = reference.dutiesUnder(organization, instrument.kind)
  const undeclared = kinds.find((kind) => !duties.some(({ duty }) => duty.code === kind))
  if (undeclared !== undefined) throw new RangeError(`${cycleId} opened the kind ${undeclared}, which ${organization} does not declare any more`)

  const owed = parties.flatMap((party) => duties.map((applied) => ({ party, applied })))
  const ids = owed.map(({ party, applied }) => obligationId({ organization, request: code, kind: applied.duty.code, party }))
  const obligations = await log.read(ids.map(stream.obligation))
  return owed.flatMap(({ party, applied }, index) => {
    const history = obligations.histories[index]
    const state = foldObligation(history)
    if (history === undefined || state.status === 'unknown' || state.family !== 'instrument') return []
    const { kind, adoptedOn, trackedFrom } = state
    const printed = reference.printedFor(cycleId, kind)
    const again = openingFor(party, { organization, cycle: cycleId, instrument: code, ...applied, adoptedOn, closing, printed, trackedFrom })
    const events = obligation.decide({ type: 'MoveDeadlines', today, closing: again.closing, limits: again.limits, steps: again.steps, reason }, state)
    return events.length === 0 ? [] : [{ stream: history.stream, atVersion: history.version, events }]
  })
}
