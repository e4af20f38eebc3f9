import { computeLimit } from '../../../domain/calendar/computation.ts'
import { findIn } from '../calendar-from.ts'
import { type Discrepancy, discrepancyAt } from '../discrepancy.ts'
import { groundsOf } from '../opening-basis-of.ts'
import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { CalendarSeed } from '../schema/calendar.ts'
import type { CycleSeed } from '../schema/cycle.ts'
import { numbersIn } from './numbers-in.ts'

type Reconciled = { readonly problems: readonly Problem[]; readonly discrepancies: readonly Discrepancy[] }

/** Each printed date against its own wording and against the day that the rule gives. The printed one governs; a difference is reported. */
export const reconcilePrintedDates = (seeds: ParsedOrganization): Reconciled => {
  const grounded = { instruments: values(seeds.instruments), sessions: values(seeds.sessions), rules: values(seeds.rules), calendars: values(seeds.calendars) }
  const all = seeds.cycles.flatMap((cycle) => cycle.value.printed.map((_, index) => reconcile(cycle, index, grounded)))
  return { problems: all.flatMap(({ problems }) => problems), discrepancies: all.flatMap(({ discrepancies }) => discrepancies) }
}

type Grounded = Parameters<typeof groundsOf>[2] & { readonly calendars: readonly CalendarSeed[] }

const values = <T>(list: readonly Parsed<T>[]): readonly T[] => list.map(({ value }) => value)

function reconcile({ file, value }: Parsed<CycleSeed>, index: number, seeds: Grounded): Reconciled {
  const printed = value.printed[index]
  const grounds = printed === undefined ? null : groundsOf(value, printed.limit, seeds)
  // What is not seeded is told where it is referred to.
  if (printed === undefined || grounds === null) return { problems: [], discrepancies: [] }
  const { rule, closing, limit, convention } = grounds
  const at = (field: string) => ['printed', index, field]
  if (closing === null)
    return { problems: [problemAt(file, at('date'), 'The closing from which this date runs is not known to the day. Seed it.')], discrepancies: [] }

  if (limit === undefined || convention === null)
    return { problems: [problemAt(file, at('stage'), `${rule.code} has no limit at ${printed.limit}. Correct the stage or the rule.`)], discrepancies: [] }

  const dueOn = computeLimit(closing, limit.period, convention.value, { findCalendar: findIn(seeds.calendars) })?.dueOn
  if (dueOn === undefined) return { problems: [], discrepancies: [] }
  const why = 'The printed date governs, and stands beside the computed one.'
  const differs =
    dueOn === printed.date
      ? []
      : [
          discrepancyAt(file, at('date'), `The printed date is not the one that ${rule.provision} gives`, {
            used: printed.date,
            others: [`${dueOn} (${convention.value} from ${closing})`],
            why,
          }),
        ]
  const literal =
    printed.relation === 'before'
      ? [
          discrepancyAt(file, at('relation'), `"${printed.wording}", read literally, leaves the day itself out`, {
            used: `${printed.date} is in time`,
            others: [`the day before ${printed.date} is the last`],
            why: printed.note ?? '',
          }),
        ]
      : []
  return { problems: checkWording(file, printed, at('wording')), discrepancies: [...differs, ...literal] }
}

function checkWording(
  file: Parsed<CycleSeed>['file'],
  { wording, date }: CycleSeed['printed'][number],
  path: readonly (string | number)[],
): readonly Problem[] {
  const [year, , dayOfMonth] = date.split('-').map(Number)
  const numbers = numbersIn(wording)
  return year !== undefined && dayOfMonth !== undefined && numbers.includes(year) && numbers.includes(dayOfMonth)
    ? []
    : [problemAt(file, path, `The wording does not print the day and the year of ${date}. Correct the date, or quote the wording as it stands.`)]
}
