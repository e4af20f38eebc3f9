import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type KindTally, letterCounts, outcomes, tallyByKind, tallyOfAll } from '../../domain/status/tally.ts'
import { play } from '../../rehearsal/driver.ts'
import type { Refused } from '../../rehearsal/take-scenario-step.ts'
import { verify } from '../event-store/verify.ts'
import { layoutOf } from '../installation/layout.ts'
import { openPool } from '../postgres/pool.ts'
import { stopped } from './closing.ts'
import { openEnvironment, type Progress } from './environment.ts'
import { everything } from './find-part.ts'
import { keepHistories } from './histories.ts'
import type { RehearsalOptions } from './options.ts'
import { planOf } from './plan-rehearsal.ts'

export type RehearsalResult = {
  readonly cycle: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly obligations: number
  /** Letters that the relay took, by kind of letter; not told of a play of everything, which tells them by kind of obligation. */
  readonly letters?: Readonly<Record<string, number>>
  readonly outcomes?: Readonly<Record<string, number>>
  /** Where plans are played: what became of the obligations of each kind. */
  readonly kinds?: Readonly<Record<string, KindTally>>
  readonly refused: readonly Refused[]
  readonly events: number
  readonly recordHash: string
  /** Of the whole rehearsal, servers included. */
  readonly seconds: number
}

/** The directory is in use: nothing in it was touched. */
export class DirectoryTaken extends Error {
  override readonly name = 'DirectoryTaken'
}

/**
 * Plays a whole cycle on the rehearsal clock, with real workflows, a real record and real SMTP into the sink.
 *
 * @throws UnplayableScenario when the scenario file is not well formed; DirectoryTaken; RangeError for an unknown cycle or impossible days; the reason of `stopping`
 */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalResult> {
  const began = performance.now()
  const stopping = options.stopping ?? new AbortController().signal
  const plan = await planOf(options)
  const { dataDirectory, discard } = await directoryFor(options.dataDirectory)
  const report = (doing: Progress['doing']) => options.onProgress?.({ doing, day: plan.from, from: plan.from, until: plan.until })
  try {
    const environment = await openEnvironment({ dataDirectory, first: plan.from, seed: options.seed, report, stopping })
    try {
      const entries = plan.entries
      const refused = await Promise.race([
        environment.failed,
        stopped(stopping),
        play({ ...environment, ...plan, entries, onDay: (day) => options.onProgress?.({ doing: 'playing', day, from: plan.from, until: plan.until }) }),
      ])
      stopping.throwIfAborted()
      report('closing')
      const owed = environment.projection.obligations()
      const letters = environment.projection.letters()
      const { events, recordHash } = await verified(environment.serviceUrl)
      if (options.keepHistories === true) await keepHistories(environment.client, layoutOf(dataDirectory).histories)
      const seconds = Math.round((performance.now() - began) / 10) / 100
      return {
        cycle: options.cycle,
        from: plan.from,
        until: plan.until,
        obligations: owed.length,
        ...tally(options.cycle, plan.byKind, owed, letters),
        refused,
        events,
        recordHash,
        seconds,
      }
    } finally {
      await environment.close()
    }
  } finally {
    await discard()
  }
}

type Owed = Parameters<typeof tallyByKind>[0]
type Letters = Parameters<typeof tallyByKind>[1]

function tally(cycle: string, byKind: boolean, owed: Owed, letters: Letters): Pick<RehearsalResult, 'letters' | 'outcomes' | 'kinds'> {
  const states = owed.map(([, state]) => state)
  if (!byKind) return { letters: letterCounts(letters), outcomes: outcomes(states) }
  const kinds = tallyByKind(owed, letters)
  return cycle === everything ? { kinds } : { ...tallyOfAll(states, letters), kinds }
}

async function verified(serviceUrl: string): Promise<{ readonly events: number; readonly recordHash: string }> {
  const pool = openPool(serviceUrl, { max: 1 })
  try {
    const { events, recordHash, firstBad } = await verify(pool)
    if (firstBad !== undefined) throw new Error(`The record is not what it should be at position ${firstBad.position}: ${firstBad.what}`)
    return { events, recordHash }
  } finally {
    await pool.end()
  }
}

/** A play is never written over another, nor into a live installation. */
async function directoryFor(given: string | undefined): Promise<{ readonly dataDirectory: string; readonly discard: () => Promise<void> }> {
  if (given === undefined) {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'follow-up-rehearsal-'))
    // PostgreSQL may run as a user of its own, and must pass through.
    await chmod(dataDirectory, 0o711)
    return { dataDirectory, discard: () => rm(dataDirectory, { recursive: true, force: true }) }
  }
  await mkdir(given, { recursive: true })
  const found = await readdir(given)
  if (found.some((name) => name === 'postgres' || name === 'mail' || name === 'run.json'))
    throw new DirectoryTaken(`${given} holds an installation already: name an empty directory for the rehearsal, or remove that one first`)
  return { dataDirectory: given, discard: async () => undefined }
}
