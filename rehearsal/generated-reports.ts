import type { Actor } from '../domain/actor.ts'
import { type CalendarDate, day, daysBetween, plusDays } from '../domain/calendar/calendar-date.ts'
import { spanOf } from '../domain/calendar/timing.ts'
import { rowOf } from '../domain/obligation/basis.ts'
import type { ObligationOpened } from '../domain/obligation/events.ts'
import type { Owed } from '../domain/plan/obligations-of.ts'
import { fieldsOf } from '../domain/report/form.ts'
import type { ReportField } from '../domain/rulebook/report-field.ts'
import type { SceneEntry } from './scenario.ts'
import { partAt, random, type SeededRandom } from './seeded-random.ts'

/** How the life of an obligation goes. Shares are of our choosing: synthetic, and no claim about anyone. */
const parts = [
  { part: 'in-time', share: 0.58 },
  { part: 'late', share: 0.24 },
  { part: 'never', share: 0.18 },
] as const
type Part = (typeof parts)[number]['part']

/**
 * Synthetic answers to everything that a plan asks: in time, late or never; some incomplete at first; what a document itself
 * says was done or observed, as it says it. The same seed gives the same play.
 *
 * @param until nothing is played after this day
 */
export const generatedReports = (seed: string, owed: readonly Owed[], until: CalendarDate): readonly SceneEntry[] =>
  owed.flatMap((each) => livesOf(each, random(`${seed}/${each.id}`), until)).filter(({ at }) => at <= until)

function livesOf(owed: Owed, roll: SeededRandom, until: CalendarDate): readonly SceneEntry[] {
  const { followed, opening } = owed
  const { done, target } = followed
  if (done !== undefined) return [entry(owed, fromOpening(done.on, opening), answer(opening, done.on, done.printed))]
  if (target !== undefined) return observations(owed, roll, until)
  // What waits for a session that no body has named is not done before one names it.
  if (opening.session === null && opening.kindSnapshot.limits.some(({ from }) => from !== 'timing')) return []
  const part = partAt(roll('part'), parts)
  if (part === 'never') return []
  const on = dayOf(opening, part, roll)
  const whole = answer(opening, on, 'Synthetic: done as planned.')
  const incomplete = roll('incomplete') < 0.12 ? [entry(owed, fromOpening(plusDays(on, -20), opening), lacking(opening, whole))] : []
  const accepted = roll('accepted') < 0.4 ? [review(owed, plusDays(on, 14))] : []
  return [...incomplete.filter(({ at }) => at < on), entry(owed, on, whole), ...accepted]
}

/** What is dated is done before its last day or after it; what is not, some time within six years of the opening. */
function dayOf(opening: ObligationOpened, part: Exclude<Part, 'never'>, roll: SeededRandom): CalendarDate {
  const last = opening.limits
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  if (last === undefined) return plusDays(opening.openedOn, 60 + Math.floor(roll('day') * 2_100))
  if (opening.session !== null) return part === 'late' ? plusDays(last, 30) : last
  const first = fromOpening(firstOf(opening), opening)
  if (part === 'late' || first >= last) return fromOpening(plusDays(last, 20 + Math.floor(roll('day') * 240)), opening)
  const latter = plusDays(first, Math.floor(daysBetween(first, last) / 2))
  return fromOpening(monthly(plusDays(latter, Math.floor(roll('day') * daysBetween(latter, last)))), opening)
}

function firstOf(opening: ObligationOpened): CalendarDate {
  const row = rowOf(opening)
  return (row === null ? null : spanOf(row.timing.parsed)?.first) ?? opening.openedOn
}

/** The Office reports on the 20th, so that a play has fewer days. */
const monthly = (on: CalendarDate): CalendarDate => day(`${on.slice(0, 8)}20`)

const fromOpening = (on: CalendarDate, { trackedFrom }: ObligationOpened): CalendarDate => (on < trackedFrom ? trackedFrom : on)

/** What a document observed, then one synthetic value a year: some targets are met, some on their day, some never. */
function observations(owed: Owed, roll: SeededRandom, until: CalendarDate): readonly SceneEntry[] {
  const { opening, followed } = owed
  const { observed = [], atLeast = 0 } = followed.target ?? {}
  const printed = observed.map(({ value, on }) => ({ value, on, words: 'As the document gives it.' }))
  const last =
    opening.limits
      .map(({ dueOn }) => dueOn)
      .toSorted()
      .at(-1) ?? until
  const years = Math.max(1, Number(last.slice(0, 4)) - Number(opening.openedOn.slice(0, 4)))
  const start = printed.at(-1)?.value ?? Math.round(atLeast * 0.8)
  const reaches = roll('reaches') < 0.5 ? atLeast : atLeast - 1
  const yearly = Array.from({ length: years }, (_, index) => ({
    value: Math.round(start + ((reaches - start) * (index + 1)) / years),
    on: day(`${Number(opening.openedOn.slice(0, 4)) + index + 1}-06-20`),
    words: 'Synthetic: counted for this rehearsal.',
  })).filter(({ on }) => !printed.some((each) => each.on >= on))
  return [...printed, ...yearly].map(({ value, on, words }) => {
    const { discharge } = opening.kindSnapshot
    const field = discharge.by === 'target' ? discharge.field : 'value'
    return entry(owed, fromOpening(on, opening), { ...answer(opening, on, words), [field]: value })
  })
}

type Answer = Readonly<Record<string, unknown>>

const answer = ({ kindSnapshot: { report } }: ObligationOpened, on: CalendarDate, words: string): Answer => answerTo(fieldsOf(report), on, words)

/** What is required, and no more: of a choice the first, of a list one item. */
const answerTo = (fields: readonly ReportField[], on: CalendarDate, words: string): Answer =>
  Object.fromEntries(fields.filter(({ required }) => required).map((field) => [field.name, valueFor(field, on, words)]))

function valueFor(field: ReportField, on: CalendarDate, words: string): unknown {
  switch (field.type) {
    case 'day':
      return on
    case 'number':
      return 0
    case 'words':
      return words
    case 'yes-no':
      return true
    case 'choice':
      return field.options[0]?.value
    case 'group':
      return answerTo(field.fields, on, words)
    case 'list':
      return [field.of === 'words' ? words : answerTo(field.of, on, words)]
    case 'documents':
      return [{ label: words, name: 'rehearsal.txt', mediaType: 'text/plain', content: '' }]
  }
}

/** Without the last of the words that are asked for. */
function lacking({ kindSnapshot: { report } }: ObligationOpened, whole: Answer): Answer {
  const field = fieldsOf(report).findLast(({ required, type }) => required && type === 'words')?.name
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field && name !== report.performedOn))
}

const entry = ({ id, opening }: Owed, at: CalendarDate, report: Answer): SceneEntry => ({
  ...{ at, as: reporterOf(opening), command: 'submit-report', obligation: id },
  payload: { report },
})

const reporterOf = ({ owedBy, party }: ObligationOpened): Actor =>
  owedBy === 'member' ? { role: 'ministry', id: party } : { role: 'secretariat', id: 'secretariat' }

const review = ({ id }: Owed, at: CalendarDate): SceneEntry => ({
  at,
  as: { role: 'reviewer', id: 'reviewer' },
  command: 'accept-report',
  obligation: id,
  payload: {},
})
