import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { nextStep } from '../domain/obligation/next-step.ts'
import { type FollowedCategory, followedCategories, parseStreamName } from '../domain/streams.ts'
import { nextCycleStep } from './cycle/cycle-step.ts'
import { foldCorrespondence, foldObligation } from './fold.ts'
import type { EventLog, StreamHistory } from './ports.ts'
import type { UseCaseContext } from './use-case-context.ts'
import type { Reconciled } from './workflow-activities.ts'

/** What a workflow keeps the time for: `obligation/<organization>:R202:submission:FRA`; `cycle/<id>` for a cycle, a plan or a yearly list. */
export type TimedStream = `${TimedCategory}/${string}`
export type TimedCategory = 'obligation' | 'correspondence' | 'cycle'

/** Which streams there are. */
export interface RecordIndex {
  streamsIn<Category extends 'obligation' | 'correspondence' | FollowedCategory>(category: Category): Promise<readonly `${Category}/${string}`[]>
}

/** The workflows as Temporal has them. */
export interface Workflows {
  /** May lag behind by a moment. */
  running(): Promise<ReadonlySet<TimedStream>>
  isRunning(kept: TimedStream): Promise<boolean>
  /** Starts those that do not run, and lets those that do look again. */
  wakeAll(positions: ReadonlyMap<TimedStream, number>): Promise<void>
}

export type Differences = {
  /** Head of the log before it was read. */
  readonly asOf: number
  readonly wanted: readonly TimedStream[]
  readonly missing: readonly TimedStream[]
  readonly superfluous: readonly TimedStream[]
}

/** What the record waits for and Temporal does not run, and what Temporal runs although the record waits for nothing; a quiet correspondence ends with its day. */
export async function findDifferences(context: UseCaseContext, index: RecordIndex, workflows: Workflows): Promise<Differences> {
  const running = await workflows.running()
  const asOf = await context.log.head()
  const wanted = await allWanted(context, index)
  const missing: TimedStream[] = []
  // The list may be a moment old: each that it lacks is asked for by name.
  for (const kept of wanted.filter((each) => !running.has(each))) if (!(await workflows.isRunning(kept))) missing.push(kept)
  const known = new Set(wanted)
  return { asOf, wanted, missing, superfluous: [...running].filter((kept) => !known.has(kept) && !kept.startsWith('correspondence/')) }
}

/** Starts what is missing. What should not run is only reported: it ends by itself at its next look at the record. */
export async function repair(workflows: Workflows, { asOf, wanted, missing, superfluous }: Differences): Promise<Reconciled> {
  await workflows.wakeAll(new Map(missing.map((kept) => [kept, asOf])))
  return { checked: wanted.length, missing: missing.length, repaired: missing.length, superfluous: superfluous.length }
}

async function allWanted(context: UseCaseContext, index: RecordIndex): Promise<readonly TimedStream[]> {
  const obligations = await wantedOf(context.log, await index.streamsIn('obligation'), (history) => obligationWaits(context, history))
  const correspondences = await wantedOf(context.log, await index.streamsIn('correspondence'), async (history) => correspondenceWaits(history))
  const followed = (await Promise.all(followedCategories.map((category) => index.streamsIn(category)))).flat()
  const waiting = await wantedOf(context.log, followed, ({ stream }) => cycleWaits(context, stream))
  return [...obligations, ...correspondences, ...waiting.map((name): TimedStream => `cycle/${parseStreamName(name).id}`)]
}

const streamsAtOnce = 200

async function wantedOf<Name extends string>(
  log: EventLog,
  streams: readonly Name[],
  waits: (history: StreamHistory) => Promise<boolean>,
): Promise<readonly Name[]> {
  const wanted: Name[] = []
  for (let from = 0; from < streams.length; from += streamsAtOnce) {
    const chunk = streams.slice(from, from + streamsAtOnce)
    const { histories } = await log.read(chunk)
    const answers = await Promise.all(histories.map(waits))
    wanted.push(...chunk.filter((_, index) => answers[index]))
  }
  return wanted
}

async function obligationWaits({ clock, reference }: UseCaseContext, history: StreamHistory): Promise<boolean> {
  const state = foldObligation(history)
  if (state.status === 'unknown') return false
  const today: CalendarDate = await clock.today(reference.zoneOf(state.organization))
  return nextStep(state, today).kind !== 'none'
}

function correspondenceWaits(history: StreamHistory): boolean {
  const { pending, openLetters } = foldCorrespondence(history)
  return pending.length > 0 || openLetters.length > 0
}

const cycleWaits = async (context: UseCaseContext, stream: string): Promise<boolean> =>
  (await nextCycleStep(context, parseStreamName(stream).id)).kind !== 'none'
