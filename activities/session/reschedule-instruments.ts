import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type CycleBasis, openingFor } from '../../domain/cycle/opening.ts'
import { obligationId, ownedId } from '../../domain/ids.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import { stream } from '../../domain/streams.ts'
import { countingFor } from '../counting/counting-for.ts'
import { foldCycle, foldInstrument, foldObligation } from '../fold.ts'
import type { After } from '../history-after.ts'
import type { Append } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'
import type { Why } from './reschedule-plans.ts'

type Closing = CycleBasis['closing']
export type Computed = Pick<ReadingContext, 'log' | 'reference'>

/**
 * One `LimitsMoved` for each obligation of these cycles that has other days once this is so, to go into the append that records it.
 *
 * @param closing of the session of the instrument, as it is or will be on record
 * @param after streams of which something is new, as they will be
 */
export async function deadlinesMoved(
  context: Computed,
  cycles: readonly string[],
  closing: Closing,
  why: Why,
  today: CalendarDate,
  after: After,
): Promise<Append['streams']> {
  const moved = await Promise.all(cycles.map((cycle) => movedIn(context, cycle, closing, why, today, after)))
  return moved.flat()
}

async function movedIn(
  { log, reference }: Computed,
  cycleId: string,
  closing: Closing,
  why: Why,
  today: CalendarDate,
  after: After,
): Promise<Append['streams']> {
  const { histories } = await log.read([stream.cycle(cycleId)])
  const cycle = foldCycle(histories[0])
  if (cycle.status === 'unknown') return []
  const { organization, instrument: code, parties, kinds } = cycle
  const adopted = await log.read([stream.instrument(ownedId(organization, code))])
  const instrument = foldInstrument(adopted.histories[0])
  if (instrument.status === 'unknown') throw new TypeError(`${cycleId} follows ${code}, which is not on record`)
  const applying = reference.kindsUnder(organization, instrument.kind)
  const undeclared = kinds.find((kind) => !applying.some((each) => each.kind.code === kind))
  if (undeclared !== undefined) throw new RangeError(`${cycleId} opened the kind ${undeclared}, which ${organization} does not declare any more`)

  const counted = applying.map((applied) => ({ ...applied, about: code }))
  const { counting } = await countingFor({ log }, organization, counted, after)
  const owed = parties.flatMap((party) => applying.map((applied) => ({ party, applied })))
  const ids = owed.map(({ party, applied }) => obligationId({ organization, request: code, kind: applied.kind.code, party }))
  const obligations = await log.read(ids.map(stream.obligation))
  return owed.flatMap(({ party, applied }, index) => {
    const history = obligations.histories[index]
    const state = foldObligation(history)
    if (history === undefined || state.status === 'unknown' || state.basis.type !== 'provision') return []
    const { kind, title, openedOn, trackedFrom, synthetic } = state
    const { adoptedOn } = state.basis
    const printed = reference.printedFor(cycleId, kind)
    const shared = { organization, cycle: cycleId, instrument: code, title, openedOn, trackedFrom, synthetic }
    const { session, limits, scheduled } = openingFor(party, { ...shared, ...applied, adoptedOn, closing, printed, counting })
    const events = obligation.decide({ type: 'MoveLimits', today, session, limits, scheduled, ...why }, state)
    return events.length === 0 ? [] : [{ stream: history.stream, atVersion: history.version, events }]
  })
}
