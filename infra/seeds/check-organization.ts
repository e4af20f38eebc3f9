import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { checkAsked } from './check/asked.ts'
import { checkCalendars } from './check/calendars.ts'
import { checkCodes } from './check/codes.ts'
import { checkConstitution } from './check/constitution.ts'
import { listContradictions } from './check/contradictions.ts'
import { checkCounted } from './check/counted.ts'
import { checkCycles } from './check/cycles.ts'
import { checkDiscrepancies } from './check/discrepancies.ts'
import { checkDocuments, listStale } from './check/documents.ts'
import { checkInstruments } from './check/instruments.ts'
import { checkKindWords } from './check/kind-words.ts'
import { checkKinds } from './check/kinds.ts'
import { checkLanguages } from './check/languages.ts'
import { checkMembers } from './check/members.ts'
import { checkPlans } from './check/plans.ts'
import { reconcilePrintedDates } from './check/printed-dates.ts'
import { checkSessions } from './check/sessions.ts'
import { checkSupervision } from './check/supervision.ts'
import { checkVersions } from './check/versions.ts'
import type { Discrepancy } from './discrepancy.ts'
import type { Problem } from './problem.ts'
import type { ParsedOrganization } from './read-organization.ts'

export type Findings = {
  /** What must be mended before anything is taken from the seeds. */
  readonly problems: readonly Problem[]
  /** Where sources differ: shown, and no fault of the seeds. */
  readonly discrepancies: readonly Discrepancy[]
  /** What someone should look at, without haste. */
  readonly warnings: readonly Problem[]
}

/** Everything that one organization's seeds must hold beyond the shape of each file. */
export function checkOrganization(seeds: ParsedOrganization, today: CalendarDate): Findings {
  const versions = checkVersions(seeds.rules)
  // Dates are computed only by rules whose versions follow one another: else there is no one version to compute by.
  const printed = versions.length > 0 ? { problems: [], discrepancies: [] } : reconcilePrintedDates(seeds)
  return {
    problems: [
      ...checkCodes(seeds),
      ...checkLanguages(seeds),
      ...checkCalendars(seeds),
      ...checkConstitution(seeds),
      ...checkDocuments(seeds, today),
      ...checkMembers(seeds),
      ...checkSessions(seeds),
      ...checkInstruments(seeds),
      ...versions,
      ...checkKinds(seeds),
      ...checkKindWords(seeds),
      ...checkCounted(seeds),
      ...checkCycles(seeds),
      ...checkPlans(seeds),
      ...checkAsked(seeds),
      ...checkSupervision(seeds),
      ...checkDiscrepancies(seeds),
      ...printed.problems,
    ],
    discrepancies: [...listContradictions(seeds), ...printed.discrepancies],
    warnings: listStale(seeds, today),
  }
}
