import type { RevisionShown } from '../activities/commands/plan/revise-plan.ts'
import { citation } from '../domain/provenance.ts'

/** A revision as lines: what it changes in the plan, and for each open obligation. */
export function* revisionLines({ plan, revision, reason, source, changes, moved, released, entered, untouched }: RevisionShown): Iterable<string> {
  yield `Revision ${revision} of ${plan}: ${reason}`
  for (const each of source) yield `  source: ${citation(each)}`
  for (const { row, change, from, to } of changes) yield `  row ${row}: ${change}${from === null ? '' : `, from ${from}`}${to === null ? '' : `, to ${to}`}`
  for (const { obligation, from, to } of moved) yield `  moves    ${obligation}: ${daysIn(from)} -> ${daysIn(to)}`
  for (const { obligation, days } of released) yield `  releases ${obligation}: ${daysIn(days)}`
  for (const { obligation, days } of entered) yield `  enters   ${obligation}: ${daysIn(days)}`
  for (const { id, status } of untouched) yield `  keeps    ${id} (${status})`
}

const daysIn = (days: RevisionShown['moved'][number]['from']): string =>
  days.length === 0 ? 'no day' : days.map(({ limit, dueOn }) => `${limit} ${dueOn}`).join(', ')
