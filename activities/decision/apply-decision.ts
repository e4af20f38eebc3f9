import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Timing } from '../../domain/calendar/timing.ts'
import type { AppliedDecision } from '../../domain/decision/decision.ts'
import { isOwnedBy, nameWithin } from '../../domain/ids.ts'
import { computeSchedule } from '../../domain/obligation/compute-schedule.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import type { Source } from '../../domain/provenance.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import type { CommandMetadata } from '../command.ts'
import { countedOf, countingFor } from '../counting/counting-for.ts'
import { foldObligation } from '../fold.ts'
import { mergeAppends } from '../merge-appends.ts'
import { requireKnown } from '../obligation/obligation-after.ts'
import type { TimingInput } from '../plan/row-input.ts'
import type { Append, StreamHistory } from '../ports.ts'
import { waitedFor } from '../session/known-sessions.ts'
import type { Why } from '../session/reschedule-plans.ts'
import type { ReadingContext } from '../use-case-context.ts'
import type { EffectsInput } from './decision-payload.ts'
import { enteredBy } from './obligations-to-open.ts'
import { resolveSession } from './resolve-session.ts'

export type Joining = { readonly streams: Append['streams']; readonly preconditions: NonNullable<Append['preconditions']>; readonly brought: AppliedDecision }

/**
 * What a decision enters, moves and releases, to go into one append with it.
 *
 * @throws Refusal `unknown-obligation`, `wrong-report-for-kind`, `already-discharged`, `already-released`; `unknown-session`, `session-cancelled`,
 * `ambiguous-session`; `unknown-plan`, `plan-closed`, `unknown-row`, `unknown-kind`, `wrong-party`, `output-claimed-twice`
 */
export async function applyDecision(
  context: ReadingContext,
  metadata: CommandMetadata,
  organization: string,
  given: EffectsInput,
  why: Why,
  today: CalendarDate,
): Promise<Joining> {
  const entered = await enteredBy(context, metadata, organization, given.enters, today)
  const moves = await Promise.all(given.moves.map(async (each) => ({ obligation: each.obligation, timing: await timingOf(context, organization, each) })))
  const sessions = await waitedFor(
    context,
    organization,
    moves.map(({ timing }) => timing.parsed),
  )
  const histories = await openOnes(context, organization, [...moves, ...given.releases])
  const { counting } = await countingFor(context, organization, countedOf(moves.flatMap(({ obligation: id }) => histories.get(id)?.state ?? [])))
  const moved = moves.flatMap(({ obligation: id, timing }): Append['streams'] => {
    const { history, state } = histories.get(id) ?? unreachableId(id)
    const days = sessions.daysOf(timing.parsed)
    const { printed, parsed, status } = timing
    requireRow(id, state)
    const command = { type: 'MoveLimits', today, session: days?.id ?? null, timing: { printed, parsed, status }, ...why } as const
    const events = obligation.decide({ ...command, ...computeSchedule({ ...state, provision: null, timing, session: days, counting }) }, state)
    return [...sessions.counted(state.cycle, [parsed], today), { stream: history.stream, atVersion: history.version, events }]
  })
  const released = given.releases.map(({ obligation: id }) => {
    const { history, state } = histories.get(id) ?? unreachableId(id)
    return { stream: history.stream, atVersion: history.version, events: obligation.decide({ type: 'Release', today, ...why }, state) }
  })
  return {
    streams: mergeAppends([...entered.streams, ...moved, ...released]),
    preconditions: entered.preconditions,
    brought: { enters: [...entered.ids], moves: moves.map((each) => each.obligation), releases: given.releases.map((each) => each.obligation) },
  }
}

/** The decision stands as the reason on each obligation that it touches, and its sources with it. */
export const reasonOf = (id: string, paragraph: string, text: string, source: readonly Source[]): Why => ({
  reason: `Decision ${id}: ${text}`.slice(0, 2_000),
  source: [{ title: `Decision ${id}`, place: `paragraph ${paragraph}` }, ...source],
})

type Timed = Pick<TimingInput, 'printed' | 'status'> & { readonly parsed: Timing }

async function timingOf(context: ReadingContext, organization: string, each: EffectsInput['moves'][number]): Promise<Timed> {
  if ('timing' in each) return each.timing
  const { session, quoted } = await resolveSession(context, each.session)
  const code = isOwnedBy(organization, session) ? nameWithin(session) : session
  return { printed: quoted === null ? null : `${quoted.number} (${quoted.month})`, parsed: { shape: 'session', session: code }, status: 'confirmed' }
}

type Open = { readonly history: StreamHistory; readonly state: KnownObligation }

/** The obligations named, each once, each of this organization and each still open. */
async function openOnes({ log }: ReadingContext, organization: string, named: readonly { readonly obligation: string }[]): Promise<ReadonlyMap<string, Open>> {
  const ids = named.map((each) => each.obligation)
  const foreign = ids.find((id) => !isOwnedBy(organization, id))
  if (foreign !== undefined)
    throw new Refusal('unknown-obligation', `${foreign} is no obligation of ${organization}: its own body decides on it`, { obligation: foreign })
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Refusal('output-claimed-twice', `${twice} is named twice: say once what becomes of it`, { obligation: twice })
  const { histories } = await log.read(ids.map(stream.obligation))
  return new Map(histories.map((history, index) => [ids[index] ?? '', { history, state: requireOpen(ids[index] ?? '', history) }]))
}

function requireOpen(id: string, history: StreamHistory): KnownObligation {
  const state = requireKnown(foldObligation(history), id)
  if (state.status === 'discharged') throw new Refusal('already-discharged', `${id} is discharged`, { obligation: id })
  if (state.status === 'released') throw new Refusal('already-released', `${id} was released`, { obligation: id })
  return state
}

/** @throws Refusal `wrong-report-for-kind`: limits of a provision move with its session alone */
function requireRow(id: string, { basis, kind }: KnownObligation): void {
  if (basis.type !== 'row')
    throw new Refusal('wrong-report-for-kind', `${id} follows from an instrument: its days are those of its provision`, { obligation: id, kind })
}

function unreachableId(id: string): never {
  throw new TypeError(`${id} was not read`)
}
