import { system as systemActor } from '../../domain/actor.ts'
import { type CalendarDate, plusDays } from '../../domain/calendar/calendar-date.ts'
import type { Cycle, InstrumentCycle } from '../../domain/cycle/cycle.ts'
import { obligationId } from '../../domain/ids.ts'
import type { Obligation } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import type { Session } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { retryOnVersionConflict } from '../command.ts'
import { foldCycle, foldObligation, foldSession } from '../fold.ts'
import type { Append } from '../ports.ts'
import { type Step, summaryOf } from '../steps.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { planSteps } from './plan-step.ts'
import { listSteps } from './supervision-step.ts'

/** The house's own part that keeps the time for cycles. */
export const runCycleActor = systemActor('run-cycle')

/** What a cycle waits for: its session's closing where none is on record, then the end of each stage. */
export async function nextCycleStep(context: UseCaseContext, cycleId: string): Promise<Step> {
  const { cycle, steps, head } = await read(context, cycleId)
  if (cycle.status === 'unknown') return { kind: 'none', asOf: head }
  const zone = context.reference.zoneOf(cycle.organization)
  return answer(context, cycleId, steps, head, await context.clock.today(zone), zone)
}

/** Notes what has come; a second run, or one that came too early, changes nothing. */
export async function takeCycleStep(context: UseCaseContext, cycleId: string, { step }: Extract<Step, { kind: 'step' }>): Promise<Step> {
  return retryOnVersionConflict(async () => {
    const { cycle, steps, head, version } = await read(context, cycleId)
    if (cycle.status === 'unknown') return { kind: 'none', asOf: head }
    const zone = context.reference.zoneOf(cycle.organization)
    const today = await context.clock.today(zone)
    const due = steps.find((each) => each.step === step && each.on <= today)
    if (due === undefined) return answer(context, cycleId, steps, head, today, zone)
    const noted = typeof due.event === 'function' ? await due.event(context) : due.event
    const { events, streams, preconditions = [] } = 'events' in noted ? noted : { events: [noted], streams: [] }
    const commandId = `${cycleId}/${step}/${events[0]?.occurredOn ?? due.on}`
    const own = { stream: stream.cycle(cycleId), atVersion: version, events }
    const { lastPosition } = await context.log.append({ commandId, actor: runCycleActor, streams: [own, ...streams], preconditions })
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
  readonly event: NewEvent | ((context: UseCaseContext) => Promise<NewEvent | StepAppend>)
}

/** What a step records of the cycle, and of other streams beside it. */
export type StepAppend = { readonly events: readonly NewEvent[] } & Pick<Append, 'streams' | 'preconditions'>

async function read(context: Pick<UseCaseContext, 'log' | 'reference'>, cycleId: string) {
  const { log } = context
  const first = await log.read([stream.cycle(cycleId)])
  const cycle = foldCycle(first.histories[0])
  if (cycle.status === 'unknown') return { cycle, steps: [], head: first.head, version: 0 }
  if (cycle.family === 'plan') return { cycle, steps: await planSteps(context, cycleId, cycle), head: first.head, version: first.histories[0]?.version ?? 0 }
  if (cycle.family === 'supervision') return { cycle, steps: listSteps(cycle), head: first.head, version: first.histories[0]?.version ?? 0 }
  const { organization, instrument, parties, kinds, session } = cycle
  const [party = ''] = parties
  const { histories, head } = await log.read([
    stream.cycle(cycleId),
    stream.session(session),
    ...kinds.map((kind) => stream.obligation(obligationId({ organization, request: instrument, kind, party }))),
  ])
  const [own, held, ...oneOfEach] = histories
  const now = foldCycle(own)
  return { cycle: now, steps: stepsOf(now, foldSession(held), oneOfEach.map(foldObligation)), head, version: own?.version ?? 0 }
}

/** In order of their days; the deadlines of one obligation are those of all of its kind, for all are counted from one closing. */
function stepsOf(cycle: Cycle, session: Session, oneOfEach: readonly Obligation[]): readonly CycleStep[] {
  if (cycle.status === 'unknown' || cycle.family !== 'instrument') return []
  const expired = oneOfEach.flatMap((one) => limitsPassed(cycle, one))
  const once = expired.filter(({ step, on }, index) => expired.findIndex((other) => other.step === step && other.on === on) === index)
  return [...closingAwaited(cycle, session), ...once].filter(({ on }) => on >= cycle.trackedFrom).toSorted((a, b) => (a.on < b.on ? -1 : 1))
}

const closingAwaited = (cycle: InstrumentCycle, session: Session): readonly CycleStep[] => {
  if (session.status !== 'announced' || session.closing === null || cycle.awaited.includes(session.closing.date)) return []
  const { date } = session.closing
  const event = { type: 'ClosingAwaited', occurredOn: date, data: { session: cycle.session, announcedFor: date } }
  return [{ step: 'await-closing', on: plusDays(date, 1), event }]
}

const limitsPassed = (cycle: InstrumentCycle, one: Obligation): readonly CycleStep[] =>
  one.status === 'unknown'
    ? []
    : one.limits
        .filter(({ limit, dueOn }) => !cycle.expired.includes(`${limit}/${dueOn}`))
        .map(({ limit, dueOn }) => ({
          step: `pass-${limit}`,
          on: plusDays(dueOn, 1),
          event: { type: 'LimitPassed', occurredOn: dueOn, data: { limit, dueOn } },
        }))

async function answer({ clock }: UseCaseContext, cycleId: string, steps: readonly CycleStep[], asOf: number, today: CalendarDate, zone: string): Promise<Step> {
  const [next] = steps
  if (next === undefined) return { kind: 'none', asOf }
  const waitMs = next.on <= today ? 0 : await clock.waitMsUntil(next.on, zone)
  return { kind: 'step', asOf, waitMs, step: next.step, setAtVersion: 1, summary: summaryOf(`${cycleId}: ${next.step} on ${next.on}`) }
}
