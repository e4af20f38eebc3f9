import { openingFor } from '../../domain/cycle/opening.ts'
import { obligationId, ownedId } from '../../domain/ids.ts'
import { closingOf } from '../../domain/obligation/limit.ts'
import type { KnownObligation, ObligationEvent } from '../../domain/obligation/state.ts'
import { stream } from '../../domain/streams.ts'
import { countingFor } from '../counting/counting-for.ts'
import { foldInstrument, foldObligation } from '../fold.ts'
import type { Append } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/**
 * Opens the further obligation that its kind names, to refer the instrument to constituent authorities, once a Government states
 * that the matter is theirs: never from a list of federal States.
 *
 * @source ILO Constitution, article 19(7)(b)(i): 18 months from the closing, a single limit
 */
export async function openReferral(
  context: ReadingContext,
  events: readonly ObligationEvent[],
  state: KnownObligation,
  report: string,
): Promise<Append['streams']> {
  const received = events.find((event) => event.type === 'ReportReceived')
  const { opens } = state.kindSnapshot
  const closing = closingOf(state)
  if (received === undefined || opens === null || received.data.values[opens.when] !== true || state.basis.type !== 'provision' || closing === null) return []
  const { organization, cycle, party, title, trackedFrom, synthetic } = state
  const { instrument: code, adoptedOn } = state.basis
  const { kind } = opens

  const id = obligationId({ organization, request: code, kind, party })
  const { histories } = await context.log.read([stream.obligation(id), stream.instrument(ownedId(organization, code))])
  if (foldObligation(histories[0]).status !== 'unknown') return []
  const instrument = foldInstrument(histories[1])
  if (instrument.status === 'unknown') throw new TypeError(`${id}: its instrument is not on record, though report ${report} is about it`)

  const applied = context.reference.kindsUnder(organization, instrument.kind).find((each) => each.kind.code === kind)
  if (applied === undefined) throw new RangeError(`${organization} declares no kind of obligation ${kind} under a ${instrument.kind}: add it to its seeds`)
  const printed = context.reference.printedFor(cycle, kind)
  const { session, date, status } = closing
  const shared = { organization, cycle, instrument: code, title, adoptedOn, openedOn: received.occurredOn, trackedFrom, synthetic }
  const { counting, counted } = await countingFor(context, organization, [{ ...applied, about: code }])
  const opening = openingFor(party, { ...shared, ...applied, counting, closing: { session, date, status }, printed })
  const opened = { type: 'ObligationOpened', occurredOn: received.occurredOn, data: opening }
  return [...counted(cycle, received.occurredOn), { stream: stream.obligation(id), atVersion: 0, events: [opened] }]
}
