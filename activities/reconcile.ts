import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { nextStep } from '../domain/obligation/next-step.ts'
import { partsOfStream } from '../domain/obligation/obligation-id.ts'
import { nextCycleStep } from './cycle/cycle-step.ts'
import { foldCorrespondence, foldObligation } from './fold.ts'
import type { House } from './house.ts'
import type { EventLog, StreamHistory } from './ports.ts'
import type { Reconciled } from './workflow-activities.ts'

/** What a workflow keeps the time for, by the name of its stream: `obligation/<organization>:R202:submission:FRA`. */
export type TimeKept = `${TimedRoom}/${string}`
export type TimedRoom = 'obligation' | 'correspondence' | 'cycle'

/** Which streams there are. */
export interface RecordIndex {
  streamsIn(room: TimedRoom): Promise<readonly TimeKept[]>
}

/** The workflows as Temporal has them. */
export interface Workflows {
  /** May lag behind by a moment. */
  running(): Promise<ReadonlySet<TimeKept>>
  isRunning(kept: TimeKept): Promise<boolean>
  /** Starts those that do not run, and lets those that do look again. */
  wakeAll(positions: ReadonlyMap<TimeKept, number>): Promise<void>
}

export type Differences = {
  /** Head of the log before it was read. */
  readonly asOf: number
  readonly wanted: readonly TimeKept[]
  readonly missing: readonly TimeKept[]
  readonly superfluous: readonly TimeKept[]
}

/** What the record waits for and Temporal does not run, and what Temporal runs although the record waits for nothing; a quiet correspondence ends with its day. */
export async function findDifferences(house: House, index: RecordIndex, workflows: Workflows): Promise<Differences> {
  const running = await workflows.running()
  const asOf = await house.log.head()
  const wanted = await allWanted(house, index)
  const missing: TimeKept[] = []
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

async function allWanted(house: House, index: RecordIndex): Promise<readonly TimeKept[]> {
  const obligations = await wantedOf(house.log, await index.streamsIn('obligation'), (history) => obligationWaits(house, history))
  const correspondences = await wantedOf(house.log, await index.streamsIn('correspondence'), async (history) => correspondenceWaits(history))
  const cycles = await wantedOf(house.log, await index.streamsIn('cycle'), ({ stream }) => cycleWaits(house, stream))
  return [...obligations, ...correspondences, ...cycles]
}

const streamsAtOnce = 200

async function wantedOf(log: EventLog, streams: readonly TimeKept[], waits: (history: StreamHistory) => Promise<boolean>): Promise<readonly TimeKept[]> {
  const wanted: TimeKept[] = []
  for (let from = 0; from < streams.length; from += streamsAtOnce) {
    const chunk = streams.slice(from, from + streamsAtOnce)
    const { histories } = await log.read(chunk)
    const answers = await Promise.all(histories.map(waits))
    wanted.push(...chunk.filter((_, index) => answers[index]))
  }
  return wanted
}

async function obligationWaits({ clock, reference }: House, history: StreamHistory): Promise<boolean> {
  const state = foldObligation(history)
  if (state.status === 'unknown') return false
  const today: CalendarDate = await clock.today(reference.zoneOf(state.organization))
  return nextStep(state, today).kind !== 'none'
}

function correspondenceWaits(history: StreamHistory): boolean {
  const { pending, openLetters } = foldCorrespondence(history)
  return pending.length > 0 || openLetters.length > 0
}

const cycleWaits = async (house: House, stream: string): Promise<boolean> => (await nextCycleStep(house, partsOfStream(stream).id)).kind !== 'none'
