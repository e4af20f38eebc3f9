import { openingFor } from '../../domain/cycle/opening.ts'
import { obligationId, ownedId } from '../../domain/ids.ts'
import type { KnownObligation, ObligationEvent } from '../../domain/obligation/state.ts'
import { stream } from '../../domain/streams.ts'
import { foldInstrument, foldObligation } from '../fold.ts'
import type { Append } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'

/**
 * Opens the further obligation that its kind names, to refer the instrument to constituent authorities, once a Government states
 * that the matter is theirs: never from a list of federal States.
 *
 * @source ILO Constitution, article 19(7)(b)(i): 18 months from the closing, a single limit
 */
export async function referralStated(
  context: UseCaseContext,
  events: readonly ObligationEvent[],
  state: KnownObligation,
  report: string,
): Promise<Append['streams']> {
  const received = events.find((event) => event.type === 'ReportReceived')
  if (received === undefined || state.family !== 'instrument' || !received.data.constituentMatter) return []
  const { organization, cycle, instrument: code, party, adoptedOn, closing, trackedFrom, kindSnapshot } = state
  const kind = kindSnapshot.opensOnConstituentMatter
  if (kind === null) return []

  const id = obligationId({ organization, request: code, kind, party })
  const { histories } = await context.log.read([stream.obligation(id), stream.instrument(ownedId(organization, code))])
  if (foldObligation(histories[0]).status !== 'unknown') return []
  const instrument = foldInstrument(histories[1])
  if (instrument.status === 'unknown') throw new TypeError(`${id}: its instrument is not on record, though report ${report} is about it`)

  const applied = context.reference.dutiesUnder(organization, instrument.kind).find(({ duty }) => duty.code === kind)
  if (applied === undefined) throw new RangeError(`${organization} declares no kind of obligation ${kind} under a ${instrument.kind}: add it to its seeds`)
  const printed = context.reference.printedFor(cycle, kind)
  const opening = openingFor(party, { organization, cycle, instrument: code, ...applied, adoptedOn, closing, printed, trackedFrom })
  return [{ stream: stream.obligation(id), atVersion: 0, events: [{ type: 'ObligationOpened', occurredOn: received.occurredOn, data: opening }] }]
}
