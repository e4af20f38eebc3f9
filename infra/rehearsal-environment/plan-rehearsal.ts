import { join } from 'node:path'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Opening, Part } from '../../rehearsal/cycle-part.ts'
import { readScenario, type SceneEntry, UnplayableScenario } from '../../rehearsal/scenario.ts'
import { systemClock } from '../clock/system-clock.ts'
import { projectRoot } from '../installation/project-root.ts'
import { type DatedFact, factsFrom } from '../seeds/facts-from.ts'
import { loadSeeds } from '../seeds/load-seeds.ts'
import type { Seeds } from '../seeds/seeds.ts'
import { everything, partNamed } from './find-part.ts'
import type { RehearsalOptions } from './options.ts'
import { syntheticSessions } from './synthetic-sessions.ts'

/** What is to be played, settled before anything is started. */
export type Plan = {
  /** The stream of the rehearsal's own days is named for it. */
  readonly name: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly openings: readonly Opening[]
  readonly facts: readonly DatedFact[]
  readonly entries: readonly SceneEntry[]
  /** True where plans are played, whose outcomes are told by kind. */
  readonly byKind: boolean
}

/** @throws RangeError for an unknown cycle or impossible days; UnplayableScenario */
export async function planOf({ cycle: code, seed, scenarioFile, ...days }: RehearsalOptions): Promise<Plan> {
  const seeds = await loadSeeds(join(projectRoot(), 'seeds'), await systemClock().today('UTC'))
  const whole = code === everything
  const parts = whole ? partsOfEverything(seeds, seed) : [partNamed(seeds, code, seed)]
  const [first] = parts.map((part) => part.from).toSorted()
  const from = days.from ?? (whole ? seeds.rehearsal.from : first)
  const until = days.until ?? (whole ? seeds.rehearsal.until : (parts[0]?.until ?? null))
  if (from === undefined || until === null) throw new RangeError(`The cycle ${code} has no end in the seeds: say until when to play`)
  if (until < from) throw new RangeError(`A play cannot end on ${until}, before it begins on ${from}`)
  const scenario = scenarioFile === undefined ? null : await readScenario(scenarioFile)
  const early = scenario?.find(({ at }) => at < from)
  if (early !== undefined)
    throw new UnplayableScenario(`${scenarioFile}: an entry of ${early.at} lies before the first day played, ${from}: play from that day, or leave it out`)
  return {
    name: parts.length === 1 ? (parts[0]?.id ?? code) : code,
    ...{ from, until },
    openings: parts.map(({ openingFrom }) => openingFrom(from)),
    facts: [...factsFrom(seeds), ...syntheticSessions(seeds, until)],
    entries: scenario ?? inOrder(parts.flatMap(({ entriesUntil }) => entriesUntil(until))).filter(({ at }) => at >= from),
    byKind: whole || parts.some(({ byKind }) => byKind),
  }
}

const partsOfEverything = (seeds: Seeds, seed: string): readonly Part[] => seeds.rehearsal.cycles.map((code) => partNamed(seeds, code, seed))

/** By day; on one day as given. */
const inOrder = (entries: readonly SceneEntry[]): readonly SceneEntry[] =>
  entries
    .map((entry, index) => ({ entry, index }))
    .toSorted((a, b) => (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.index - b.index))
    .map(({ entry }) => entry)
