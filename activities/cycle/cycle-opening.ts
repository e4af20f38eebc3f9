import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { cycle as cycleDecider } from '../../domain/cycle/cycle.ts'
import { type CycleToOpen, openingOfCycle } from '../../domain/cycle/opening.ts'
import { type Session, session as sessionDecider } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { countingFor } from '../counting/counting-for.ts'
import { foldCycle } from '../fold.ts'
import { unusedElsewhere } from '../followed.ts'
import type { Append, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** What a cycle is opened from, as it was read. */
export type CycleInput = Omit<CycleToOpen, 'session' | 'applying' | 'openedOn' | 'counting'> & {
  readonly session: { readonly state: Session; readonly history: Pick<StreamHistory, 'version'> | undefined }
}

/**
 * All that the opening of a cycle records: the cycle, and what the rulebook opens with it.
 *
 * @throws Refusal `already-opened`, `unknown-session`, `closing-not-known`
 */
export async function cycleOpening(
  { log, reference }: Pick<ReadingContext, 'log' | 'reference'>,
  { session: { state: session, history }, ...input }: CycleInput,
  today: CalendarDate,
): Promise<Required<Pick<Append, 'streams' | 'preconditions'>>> {
  const { cycle, organization, instrument } = input
  const applying = reference.kindsUnder(organization, instrument.kind).flatMap((applied) => {
    if (applied.kind.opensUpon !== 'session-closing') return []
    return [{ ...applied, printed: reference.printedFor(cycle, applied.kind.code) }]
  })
  if (applying.length === 0) throw new RangeError(`No kind of obligation of ${organization} opens under a ${instrument.kind}: declare one in its seeds`)
  const counted = await countingFor(
    { log },
    organization,
    applying.map((applied) => ({ ...applied, about: instrument.code })),
  )
  const { opened, owed } = openingOfCycle({ ...input, session, applying, counting: counted.counting, openedOn: today })
  const { histories } = await log.read([stream.cycle(cycle), ...owed.map(({ id }) => stream.obligation(id))])
  const [own, ...before] = histories
  const isFollowed = before.some(({ version }) => version > 0)
  const events = cycleDecider.decide({ type: 'OpenCycle', today, cycle, opening: opened, isFollowed }, foldCycle(own))
  return {
    streams: [
      { stream: stream.cycle(cycle), atVersion: 0, events },
      {
        stream: stream.session(instrument.session),
        atVersion: history?.version ?? 0,
        events: sessionDecider.decide({ type: 'CountCycle', today, cycle }, session),
      },
      ...counted.counted(cycle, today),
      ...owed.map(({ id, opening }) => ({
        stream: stream.obligation(id),
        atVersion: 0,
        events: [{ type: 'ObligationOpened', occurredOn: today, data: opening }],
      })),
    ],
    preconditions: [...(await unusedElsewhere(log, cycle, 'cycle')), ...counted.preconditions],
  }
}
