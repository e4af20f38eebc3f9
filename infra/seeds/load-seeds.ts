import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { checkOrganization } from './check-organization.ts'
import { documentOf } from './discrepancies/document-of.ts'
import { type Problem, SeedsRefused } from './problem.ts'
import { type ParsedOrganization, readOrganization } from './read-organization.ts'
import { readRehearsal } from './read-rehearsal.ts'
import { rowsOf } from './rows-of.ts'
import { organizationsIn } from './seed-places.ts'
import type { OrganizationSeeds, Seeds } from './seeds.ts'

/**
 * The seeds below `root` (the project's `seeds/`), typed and with their citations resolved.
 *
 * All that `checkSeeds` calls a problem refuses them as a whole: nothing is imported from seeds that do not hold together.
 *
 * @param today at the seat
 * @throws SeedsRefused naming file, line and field of every problem
 */
export async function loadSeeds(root: string, today: CalendarDate): Promise<Seeds> {
  const problems: Problem[] = []
  const organizations: OrganizationSeeds[] = []
  for (const name of await organizationsIn(root)) {
    const { parsed, problems: unreadable } = await readOrganization(root, name)
    problems.push(...unreadable)
    if (parsed === null) continue
    problems.push(...checkOrganization(parsed, today).problems)
    organizations.push(plain(parsed))
  }
  const { rehearsal, problems: unplayable } = await readRehearsal(root)
  problems.push(...unplayable)
  if (problems.length > 0 || rehearsal === null) throw new SeedsRefused(problems)
  return { organizations, rehearsal }
}

const values = <T>(list: readonly { readonly value: T }[]): readonly T[] => list.map(({ value }) => value)

const plain = ({ organization, members, documents, ...lists }: ParsedOrganization): OrganizationSeeds => ({
  organization: organization.value,
  members: members.value,
  documents: documents.value,
  sessions: values(lists.sessions),
  instruments: values(lists.instruments),
  calendars: values(lists.calendars),
  rules: values(lists.rules),
  cycles: values(lists.cycles),
  kinds: values(lists.kinds),
  plans: lists.plans.map(({ value }) => ({ plan: value, rows: values(rowsOf(value.code, lists.rows)).flat() })),
  supervision: values(lists.supervision),
  discrepancies: lists.discrepancies.flatMap(({ file, value }) => value.map((one) => ({ ...one, document: documentOf(file, { documents }) ?? '' }))),
})
