import { type Period, parsePeriod } from '../../../domain/calendar/period.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { KindSeed } from '../schema/kind.ts'
import type { FieldPath, SeedFile } from '../yaml-file.ts'

/** What limits are counted from and in: types of events that the organization declares, and calendars that it has. */
export const checkCounted = (seeds: ParsedOrganization): readonly Problem[] => [
  ...seeds.kinds.flatMap(({ file, value }) => [
    ...eventsIn(value).flatMap(({ type, path }) => checkEvent(file, path, type, seeds)),
    ...periodsIn(value).flatMap(({ period, path }) => checkPeriod(file, path, period, seeds)),
    ...value.limits.flatMap(({ ifClosed }, index) =>
      ifClosed === undefined ? [] : checkCalendar(file, ['limits', index, 'ifClosed', 'calendar'], ifClosed.calendar, seeds),
    ),
  ]),
  ...seeds.rules.flatMap(({ file, value }) =>
    value.versions.flatMap(({ limits }, version) =>
      limits.flatMap(({ period }, index) => checkPeriod(file, ['versions', version, 'limits', index, 'period'], period, seeds)),
    ),
  ),
]

type FoundEvent = { readonly type: string; readonly path: FieldPath }

function eventsIn({ limits, letters }: KindSeed): readonly FoundEvent[] {
  return [
    ...limits.flatMap(({ from }, index) => (typeof from === 'object' ? [{ type: from.event, path: ['limits', index, 'from', 'event'] }] : [])),
    ...letters.flatMap(({ from }, index): FoundEvent[] => {
      if (typeof from === 'string') return []
      if ('event' in from) return [{ type: from.event, path: ['letters', index, 'from', 'event'] }]
      return 'after' in from && typeof from.after === 'object' ? [{ type: from.after.event, path: ['letters', index, 'from', 'after', 'event'] }] : []
    }),
  ]
}

const periodsIn = ({ limits }: KindSeed): readonly { readonly period: Period; readonly path: FieldPath }[] =>
  limits.flatMap(({ before = [], after = [] }, index) => [
    ...before.map((period, place) => ({ period, path: ['limits', index, 'before', place] })),
    ...after.map((period, place) => ({ period, path: ['limits', index, 'after', place] })),
  ])

function checkEvent(file: SeedFile, path: FieldPath, type: string, { organization }: ParsedOrganization): readonly Problem[] {
  const declared = organization.value.eventTypes.map(({ code }) => code)
  return declared.includes(type)
    ? []
    : [
        problemAt(
          file,
          path,
          `The organization declares no event of the type ${type}, only ${declared.join(', ') || 'none'}. Add it to \`eventTypes\` of organization.yaml, or correct the name.`,
        ),
      ]
}

function checkPeriod(file: SeedFile, path: FieldPath, period: Period, seeds: ParsedOrganization): readonly Problem[] {
  if (!('calendar' in period)) return []
  const { unit } = parsePeriod(period)
  const type = unit === 'workingDays' ? 'working' : 'sitting'
  const found = seeds.calendars.find(({ value }) => value.code === period.calendar)?.value
  return found === undefined || found.type === type
    ? checkCalendar(file, [...path, 'calendar'], period.calendar, seeds)
    : [
        problemAt(
          file,
          [...path, 'calendar'],
          `${period.calendar} is a calendar of ${found.type} days, and ${type} days are counted. Name another, or count those.`,
        ),
      ]
}

const checkCalendar = (file: SeedFile, path: FieldPath, code: string, { calendars }: ParsedOrganization): readonly Problem[] =>
  calendars.some(({ value }) => value.code === code) ? [] : [problemAt(file, path, `calendars/ holds no ${code}. Add the calendar, or correct the name.`)]
