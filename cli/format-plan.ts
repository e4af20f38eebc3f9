import type { CycleRow, ObligationRow, Views } from '../activities/views.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { type Language, textIn } from '../domain/languages.ts'
import type { RowRecorded } from '../domain/plan/events.ts'
import type { PlanSummary } from '../domain/plan/plan.ts'
import { citation } from '../domain/provenance.ts'
import { formatStatus } from './format-status.ts'
import { timingInWords } from './format-timing.ts'

/** A row with what it asks for, as far as it is on record. */
export type ShownRow = RowRecorded & { readonly owed: readonly ObligationRow[] }

export type ShownPlan = Pick<CycleRow, 'id' | 'title'> & {
  readonly plan: PlanSummary
  readonly outline: Awaited<ReturnType<Views['plan']>>
  readonly asOf: CalendarDate
  readonly rows: readonly ShownRow[]
}

/** A plan as lines: its components with their rows, each as printed and in our words. */
export function* planLines({ id, title, plan, outline, asOf, rows }: ShownPlan, language: Language): Generator<string> {
  const { decision, horizon, document } = plan
  yield `${id}: ${textIn(title, language)}${plan.synthetic ? ' (synthetic)' : ''}`
  yield `Document: ${citation(document)}`
  yield `Decision: ${decision.paragraph}${decision.decisionStatus === 'draft' ? ', only a draft is known' : ''} (${decision.status}): “${onOneLine(decision.printed)}”`
  yield `Horizon: ${horizon.from} to ${horizon.until ?? 'no end printed'}`
  if (outline?.resources !== undefined) yield `Resources: ${moneyOf(outline.resources)}`
  for (const { revision, on, reason } of outline?.revisions ?? []) yield `Revision ${revision}, ${on}: ${reason}`
  if (outline?.closed) yield `Closed on ${outline.closed.on}: ${outline.closed.reason}`
  const components = outline?.components ?? []
  const known = new Set(components.map((component) => component.id))
  for (const component of components) {
    yield ''
    yield `${component.id}  ${textIn(component.title, language)}${component.resources === undefined ? '' : `, ${moneyOf(component.resources)}`}`
    for (const row of rows.filter((each) => each.component === component.id)) yield* rowLines(row, language, asOf)
  }
  const others = rows.filter(({ component }) => component === undefined || !known.has(component))
  if (components.length > 0 && others.length > 0) yield '\nOutside the components'
  for (const row of others) yield* rowLines(row, language, asOf)
  const owed = rows.flatMap((row) => row.owed)
  yield ''
  yield `${rows.length} rows, ${owed.length} obligations, ${owed.filter(({ state }) => state.status === 'discharged').length} discharged, as of ${asOf}.`
}

function* rowLines(row: ShownRow, language: Language, asOf: CalendarDate): Generator<string> {
  const { id, idIsOurs, printed, wording, timing, links, owed, followedUnder, nothingToFollow, note, source } = row
  yield ''
  yield `  ${id}${idIsOurs ? ' (our number)' : ''}  ${onOneLine(textIn(wording, language))}`
  yield `    Printed (${printed.language}): “${onOneLine(printed.text)}”`
  yield `    Timing: ${timing.printed === null ? 'none printed' : `“${timing.printed}”`}; read as ${timingInWords(timing.parsed)}${timing.reversed ? ', last part first' : ''}${timing.status === 'confirmed' ? '' : ` (${timing.status})`}`
  for (const [name, { codes, printed: words }] of Object.entries(links))
    yield `    ${name}: ${[codes.join(', '), words === undefined ? '' : `“${onOneLine(words)}”`].filter((each) => each !== '').join('  ')}`
  yield* followedLines(owed, language, asOf)
  if (followedUnder.length > 0) yield `    Followed under: ${followedUnder.join(', ')}`
  if (nothingToFollow !== undefined) yield `    Nothing to follow: ${onOneLine(nothingToFollow)}`
  if (note !== undefined) yield `    Note: ${onOneLine(note)}`
  yield `    Source: ${source.map(citation).join('; ')}`
}

/** A line for each obligation, and one line for several parties of whom the same is asked and who stand the same. */
function* followedLines(owed: readonly ObligationRow[], language: Language, asOf: CalendarDate): Generator<string> {
  const alike = new Map<string, ObligationRow[]>()
  for (const each of owed) {
    const { state } = each
    const words = `${onOneLine(textIn(state.title, language))}: ${formatStatus(state, asOf)}`
    alike.set(words, [...(alike.get(words) ?? []), each])
  }
  for (const [words, group] of alike) {
    const [first, ...others] = group
    const parties = new Set(group.map(({ state }) => state.party))
    if (parties.size < group.length) for (const { id } of group) yield `    Followed: ${id}  ${words}`
    else if (others.length === 0) yield `    Followed: ${first?.id}  ${words}`
    else yield `    Followed: ${first?.id} and ${others.length} more, of ${others.map(({ state }) => state.party).join(' ')}  ${words}`
  }
}

const moneyOf = ({ amount, unit, printed }: { readonly amount: number; readonly unit: string; readonly printed: string }): string =>
  `${amount} ${unit} (printed “${onOneLine(printed)}”)`

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
