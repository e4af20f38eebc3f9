import { type CalendarDate, day, daysBetween, plusDays } from '../domain/calendar/calendar-date.ts'
import type { SceneEntry } from './scenario.ts'
import { partAt, random, type SeededRandom } from './seeded-random.ts'

/** How a State's part goes. Shares are of our choosing: synthetic, and no claim about any State. */
const parts = [
  { part: 'in-time', share: 0.38 },
  { part: 'after-circumstances', share: 0.11 },
  { part: 'in-window', share: 0.13 },
  { part: 'late', share: 0.2 },
  { part: 'never', share: 0.18 },
] as const
type Part = (typeof parts)[number]['part']

/**
 * A whole cycle of synthetic lives, one for each obligation: reports in time, in the exceptional window, late or never;
 * some incomplete at first, some returned, most accepted. The same seed gives the same play.
 *
 * @param obligations ids, each with its party's code
 * @param limits the last day of each stage
 * @param until nothing is played after this day
 */
export function generatedPlay(
  seed: string,
  obligations: readonly { readonly id: string; readonly party: string }[],
  limits: { readonly closedOn: CalendarDate; readonly first: CalendarDate; readonly last: CalendarDate },
  until: CalendarDate,
): readonly SceneEntry[] {
  return obligations
    .flatMap(({ id, party }) => lifeOf(id, party, random(`${seed}/${id}`), limits))
    .filter(({ at }) => at <= until)
    .map((entry, index) => ({ entry, index }))
    .toSorted((a, b) => (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.index - b.index))
    .map(({ entry }) => entry)
}

type Limits = { readonly closedOn: CalendarDate; readonly first: CalendarDate; readonly last: CalendarDate }

function lifeOf(obligation: string, party: string, roll: SeededRandom, limits: Limits): readonly SceneEntry[] {
  const part = partAt(roll('part'), parts)
  const ministry = { role: 'ministry', id: party } as const
  if (part === 'never') return []

  const reportedOn = reportDay(part, roll, limits)
  const submittedOn = submissionDay(part, roll, limits, reportedOn)
  const complete = { at: reportedOn, as: ministry, command: 'submit-report', obligation, payload: { report: answer(submittedOn) } } as const
  const entries: SceneEntry[] = [complete]
  if (part === 'after-circumstances') {
    const at = withTheMail(plusDays(limits.first, -90 + Math.floor(roll('circumstances') * 60)), part)
    entries.unshift({
      at,
      as: ministry,
      command: 'state-exceptional-circumstances',
      obligation,
      payload: { grounds: 'Synthetic: the parliament was dissolved.' },
    })
  }
  if (roll('incomplete') < 0.28) {
    const at = withTheMail(plusDays(reportedOn, (part === 'late' ? -95 : -32) - Math.floor(roll('incomplete-days') * 30)), part)
    const { authorityAction, communicatedTo, submissionDate, ...partial } = answer(submittedOn)
    entries.unshift({
      at,
      as: ministry,
      command: 'submit-report',
      obligation,
      payload: { report: { ...partial, ...(submittedOn <= at ? { submissionDate } : {}) } },
    })
  }
  if (roll('accepted') < 0.85)
    entries.push({ at: quarterEnd(reportedOn), as: { role: 'reviewer', id: 'reviewer' }, command: 'accept-report', obligation, payload: {} })
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Mail comes in on the 15th. */
function reportDay(part: Exclude<Part, 'never'>, roll: SeededRandom, { first, last }: Limits): CalendarDate {
  const year = Number(last.slice(0, 4))
  const spans = {
    'in-time': [plusDays(first, -270), plusDays(first, -29)],
    'after-circumstances': [plusDays(first, 20), plusDays(last, -29)],
    'in-window': [plusDays(first, 20), plusDays(last, -29)],
    late: [plusDays(last, 30), day(`${year + 5}-06-15`)],
  } as const
  const [from, to] = spans[part]
  return withTheMail(plusDays(from, Math.floor(roll('report') * daysBetween(from, to))), part)
}

/** The first 15th on or after a day; of those who are late, whose answers come in bundles, the first of a quarter's last month. */
function withTheMail(date: CalendarDate, part: Part): CalendarDate {
  const inMonth = day(`${date.slice(0, 8)}15`)
  const comes = date <= inMonth && (part !== 'late' || Number(date.slice(5, 7)) % 3 === 0)
  return comes ? inMonth : withTheMail(plusDays(day(`${date.slice(0, 8)}28`), 4), part)
}

const submissionDay = (part: Part, roll: SeededRandom, { closedOn, first, last }: Limits, reportedOn: CalendarDate): CalendarDate => {
  const earlier = plusDays(reportedOn, -7 - Math.floor(roll('submission') * 40))
  const floor = part === 'late' ? plusDays(last, 1) : part === 'in-time' ? plusDays(closedOn, 30) : plusDays(first, 1)
  const [, later = floor] = [earlier, floor].toSorted()
  return later
}

/** Reviews close once a quarter. */
function quarterEnd(date: CalendarDate): CalendarDate {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const quarter = Math.ceil(month / 3) * 3
  const last = plusDays(day(quarter === 12 ? `${year + 1}-01-01` : `${year}-${String(quarter + 1).padStart(2, '0')}-01`), -1)
  return last < date ? date : last
}

const answer = (submissionDate: CalendarDate) => ({
  submitted: 'yes',
  submissionDate,
  competentAuthorities: [{ name: 'National legislature (synthetic)', kind: 'legislature' }],
  governmentProposals: [{ proposal: 'apply', text: 'Synthetic: the Government proposed to take it into account in the national strategy.' }],
  authorityAction: 'Synthetic: the authority took note.',
  communicatedTo: [
    { organization: 'Employers’ organization (synthetic)', side: 'employers', date: submissionDate },
    { organization: 'Workers’ organization (synthetic)', side: 'workers', date: submissionDate },
  ],
})
