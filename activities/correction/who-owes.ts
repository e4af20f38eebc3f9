import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { cycle as cycleDecider, type KnownCycle } from '../../domain/cycle/cycle.ts'
import { openingOfCycle } from '../../domain/cycle/opening.ts'
import { obligationsOfRequest, parseObligationId } from '../../domain/ids.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { countingFor } from '../counting/counting-for.ts'
import { foldObligation, foldSession } from '../fold.ts'
import { mergeAppends } from '../merge-appends.ts'
import type { Append, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'
import { type Noted, notedBy, openedBy } from './note-correction.ts'

/** What says who owes under a cycle. */
export type Owing = { readonly instrument: Extract<Instrument, { status: 'adopted' }>; readonly members: Organization }

type Followed = { readonly id: string; readonly history: StreamHistory; readonly cycle: KnownCycle }

/**
 * What follows for a cycle where who owes under it was recorded wrongly: those who owe by the corrected facts alone get their obligations,
 * those who owed by the wrong ones alone are released from what is open. What was discharged stays.
 *
 * @returns what is to be appended with the correction, and what must not have moved
 * @param noteAll whether every obligation of the cycle rests on what is corrected, or only those of whom it is about
 * @throws Refusal `already-released` where an obligation would open again that was released
 */
export async function owedAsCorrected(
  { log, reference }: Pick<ReadingContext, 'log' | 'reference'>,
  { id, history, cycle }: Followed,
  before: Owing,
  after: Owing,
  correction: Noted,
  noteAll: boolean,
  today: CalendarDate,
): Promise<Required<Pick<Append, 'streams' | 'preconditions'>>> {
  const { organization, synthetic } = cycle
  const { code } = after.instrument
  const names = (await log.versions(stream.obligation(obligationsOfRequest(organization, code)))).map((each) => each.stream)
  const { histories } = await log.read([stream.session(cycle.session), ...names])
  const [held, ...owed] = histories
  const applying = reference
    .kindsUnder(organization, after.instrument.kind)
    .flatMap((applied) => (cycle.kinds.includes(applied.kind.code) ? [{ ...applied, printed: reference.printedFor(id, applied.kind.code) }] : []))
  const counted = await countingFor(
    { log },
    organization,
    applying.map((applied) => ({ ...applied, about: code })),
  )
  const { counting } = counted
  const common = { organization, cycle: id, session: foldSession(held), applying, counting, openedOn: today, trackedFrom: today, synthetic }
  const asWrong = new Set(openingOfCycle({ ...common, ...before }).owed.map((each) => each.id))
  const asCorrected = openingOfCycle({ ...common, ...after }).owed
  const gained = asCorrected.filter((each) => !asWrong.has(each.id))
  const lost = new Set([...asWrong].filter((each) => !asCorrected.some((other) => other.id === each)).map((each) => parseObligationId(each).party))
  const known = new Map(owed.map((each) => [parseStreamName(each.stream).id, each]))
  const [again] = gained.filter((each) => foldObligation(known.get(each.id)).status === 'released')
  if (again !== undefined)
    throw new Refusal(
      'already-released',
      `${again.id} was released, and nothing that was released opens again: leave this as it is on record, and enter what is owed by a decision`,
      {
        obligation: again.id,
      },
    )
  const opened = gained.filter((each) => !known.has(each.id))
  const ending = owed.filter((each) => lost.has(parseObligationId(parseStreamName(each.stream).id).party))
  const { reason, source } = correction
  const parties = [...cycle.parties.filter((party) => !lost.has(party)), ...gained.map(({ opening }) => opening.party)]
  const streams = mergeAppends([
    { stream: history.stream, atVersion: history.version, events: cycleDecider.decide({ type: 'CorrectParties', today, parties, reason, source }, cycle) },
    ...notedBy(noteAll ? owed : [...ending, ...gained.flatMap((each) => known.get(each.id) ?? [])], correction, today),
    ...ending.map((each) => released(each, correction, today)),
    ...opened.map((each) => openedBy(stream.obligation(each.id), { type: 'ObligationOpened', occurredOn: today, data: each.opening }, correction, today)),
  ])
  return { streams, preconditions: counted.preconditions }
}

function released(history: StreamHistory, { reason, source }: Noted, today: CalendarDate): Append['streams'][number] {
  const state = foldObligation(history)
  const events = state.status === 'open' ? obligation.decide({ type: 'Release', today, reason, source }, state) : []
  return { stream: history.stream, atVersion: history.version, events }
}
