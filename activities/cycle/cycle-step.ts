import { system as systemActor } from '../../domain/actor.ts'
import { type CalendarDate, plusDays } from '../../domain/calendar/calendar-date.ts'
import { cycle as cycleDecider, isExpired, type KnownCycle } from '../../domain/cycle/cycle.ts'
import { unreachable } from '../../domain/decider.ts'
import { obligationId } from '../../domain/ids.ts'
import type { Obligation } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import type { Session } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { retryOnVersionConflict } from '../command.ts'
import { foldObligation, foldSession } from '../fold.ts'
import { type Followed, followedIn, readFollowed } from '../followed.ts'
import type { Append } from '../ports.ts'
import { type Step, summaryOf } from '../steps.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { planSteps } from './plan-step.ts'
import { listSteps } from './yearly-list-step.ts'

/** The installation's own part that keeps the time for cycles, plans and yearly lists. */
export const runCycleActor = systemActor('run-cycle')

/** What a cycle, a plan or a yearly list waits for, by its id. */
export async function nextCycleStep(context: UseCaseContext, cycleId: string): Promise<Step> {
  const { followed, steps, head } = await read(context, cycleId)
  if (followed === null) return { kind: 'none', asOf: head }
  const zone = context.reference.zoneOf(followed.state.organization)
  return answer(context, cycleId, steps, head, await context.clock.today(zone), zone)
}

/** Notes what has come; a second run, or one that came too early, changes nothing. */
export async function takeCycleStep(context: UseCaseContext, cycleId: string, { step }: Extract<Step, { kind: 'step' }>): Promise<Step> {
  return retryOnVersionConflict(async () => {
    const { followed, steps, head } = await read(context, cycleId)
    if (followed === null) return { kind: 'none', asOf: head }
    const zone = context.reference.zoneOf(followed.state.organization)
    const today = await context.clock.today(zone)
    const due = steps.find((each) => each.step === step && each.on <= today)
    if (due === undefined) return answer(context, cycleId, steps, head, today, zone)
    const { events, streams = [], preconditions = [] } = appendOf(await due.decide(context, today))
    const [first] = events
    if (first === undefined) return answer(context, cycleId, steps, head, today, zone)
    const { stream: own, version } = followed.history
    const commandId = `${cycleId}/${step}/${first.occurredOn}`
    const entries = [{ stream: own, atVersion: version, events }, ...streams]
    const { lastPosition } = await context.log.append({ commandId, actor: runCycleActor, streams: entries, preconditions })
    // What was opened may bring a step of its own.
    if (streams.length > 0) return nextCycleStep(context, cycleId)
    return answer(
      context,
      cycleId,
      steps.filter((each) => each !== due),
      lastPosition,
      today,
      zone,
    )
  })
}

/** The days for which a cycle waits, in order. */
export const awaitedDays = async (context: Pick<UseCaseContext, 'log' | 'reference'>, cycleId: string): Promise<readonly CalendarDate[]> =>
  (await read(context, cycleId)).steps.map(({ on }) => on)

export type CycleStep = {
  readonly step: string
  readonly on: CalendarDate
  /** What is noted; collected from the record only once it is due, where that is long work. */
  readonly decide: (context: UseCaseContext, today: CalendarDate) => readonly NewEvent[] | Promise<readonly NewEvent[] | StepAppend>
}

/** What a step records of what is followed, and of other streams beside it. */
export type StepAppend = { readonly events: readonly NewEvent[] } & Pick<Append, 'streams' | 'preconditions'>

const appendOf = (decided: readonly NewEvent[] | StepAppend): Partial<StepAppend> & Pick<StepAppend, 'events'> =>
  'events' in decided ? decided : { events: decided }

type Found = { readonly followed: Followed | null; readonly steps: readonly CycleStep[]; readonly head: number }

async function read(context: Pick<UseCaseContext, 'log' | 'reference'>, id: string): Promise<Found> {
  const { followed, head } = await readFollowed(context, id)
  switch (followed?.type) {
    case undefined:
      return { followed, steps: [], head }
    case 'cycle':
      return readCycle(context, id, followed.state)
    case 'plan':
      return { followed, steps: await planSteps(context, id, followed.state), head }
    case 'yearly-list':
      return { followed, steps: listSteps(followed.state), head }
    default:
      return unreachable(followed)
  }
}

/** Read again with its session and one obligation of each kind, all of one snapshot. */
async function readCycle({ log }: Pick<UseCaseContext, 'log'>, id: string, cycle: KnownCycle): Promise<Found> {
  const { organization, instrument, parties, kinds, session } = cycle
  const [party = ''] = parties
  const { histories, head } = await log.read([
    stream.cycle(id),
    stream.session(session),
    ...kinds.map((kind) => stream.obligation(obligationId({ organization, request: instrument, kind, party }))),
  ])
  const [own, held, ...oneOfEach] = histories
  const followed = own === undefined ? null : followedIn(own)
  if (followed?.type !== 'cycle') throw new TypeError(`${id} was a cycle, and is none any more`)
  return { followed, steps: stepsOf(followed.state, foldSession(held), oneOfEach.map(foldObligation)), head }
}

/** In order of their days; the deadlines of one obligation are those of all of its kind, for all are counted from one closing. */
function stepsOf(cycle: KnownCycle, session: Session, oneOfEach: readonly Obligation[]): readonly CycleStep[] {
  const expired = oneOfEach.flatMap((one) => limitsPassed(cycle, one))
  const once = expired.filter(({ step, on }, index) => expired.findIndex((other) => other.step === step && other.on === on) === index)
  return [...closingAwaited(cycle, session), ...once].filter(({ on }) => on >= cycle.trackedFrom).toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

function closingAwaited(cycle: KnownCycle, session: Session): readonly CycleStep[] {
  if (session.status !== 'announced' || session.closing === null || cycle.awaited.includes(session.closing.date)) return []
  const { date: announcedFor } = session.closing
  const decide: CycleStep['decide'] = (_, today) => cycleDecider.decide({ type: 'AwaitClosing', today, announcedFor }, cycle)
  return [{ step: 'await-closing', on: plusDays(announcedFor, 1), decide }]
}

const limitsPassed = (cycle: KnownCycle, one: Obligation): readonly CycleStep[] =>
  one.status === 'unknown'
    ? []
    : one.limits
        .filter(({ limit, dueOn }) => !isExpired(cycle, limit, dueOn))
        .map(({ limit, dueOn }) => ({
          step: `pass-${limit}`,
          on: plusDays(dueOn, 1),
          decide: (_, today) => cycleDecider.decide({ type: 'PassLimit', today, limit, dueOn }, cycle),
        }))

async function answer({ clock }: UseCaseContext, cycleId: string, steps: readonly CycleStep[], asOf: number, today: CalendarDate, zone: string): Promise<Step> {
  const [next] = steps
  if (next === undefined) return { kind: 'none', asOf }
  const waitMs = next.on <= today ? 0 : await clock.waitMsUntil(next.on, zone)
  return { kind: 'step', asOf, waitMs, step: next.step, setAtVersion: 1, summary: summaryOf(`${cycleId}: ${next.step} on ${next.on}`) }
}
