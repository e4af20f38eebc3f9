import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { checkOrganization, type Findings } from './check-organization.ts'
import { readOrganization } from './read-organization.ts'
import { readRehearsal } from './read-rehearsal.ts'
import { organizationsIn } from './seed-places.ts'

/** What a walk through every seed found, and how many files it read. */
export type SeedReport = Findings & { readonly files: number }

/**
 * Walks every file below `root` (the project's `seeds/`): shape, codes, sources, versions, references, membership and printed dates.
 *
 * A file that cannot be read as its kind is told first; what files say of each other is checked once all of an organization's can be.
 *
 * @param today at the seat, against which the age of each citation is measured
 * @throws Error when there is no such folder
 */
export async function checkSeeds(root: string, today: CalendarDate): Promise<SeedReport> {
  const read = await Promise.all((await organizationsIn(root)).map((name) => readOrganization(root, name)))
  const found = read.map(({ parsed }) => (parsed === null ? nothing : checkOrganization(parsed, today)))
  const { problems: unplayable } = await readRehearsal(root)
  return {
    files: read.reduce((sum, { files }) => sum + files, 1),
    problems: [...unplayable, ...read.flatMap(({ problems }) => problems), ...found.flatMap(({ problems }) => problems)],
    discrepancies: found.flatMap(({ discrepancies }) => discrepancies),
    warnings: found.flatMap(({ warnings }) => warnings),
  }
}

const nothing: Findings = { problems: [], discrepancies: [], warnings: [] }
