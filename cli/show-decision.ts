import type { DecisionRow } from '../activities/views.ts'
import { nameWithin } from '../domain/ids.ts'
import { citation } from '../domain/provenance.ts'
import { notFound } from './failure.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs } from './read-as.ts'
import { answer } from './write-output.ts'

/** The decisions on record, or the one that is named. */
export const showDecision = (ports: CommandLinePorts, given: string | undefined, options: Reading): Promise<void> =>
  readAs(ports, options, async ({ views }) => {
    const known = (await views.decisions()).map(shownDecision)
    if (given === undefined)
      return answer(ports, options.json, { decisions: known }, () =>
        known.length === 0 ? ['No decision is on record.'] : known.map(({ id, takenOn, text }) => `${id}  ${takenOn}  ${text}`),
      )
    const found = known.find(({ id }) => id === given || nameWithin(id) === given)
    if (found === undefined)
      throw notFound('unknown-decision', `There is no decision ${given}. There are ${known.map(({ id }) => id).join(', ') || 'none'}`, { decision: given })
    return answer(ports, options.json, found, () => decisionLines(found))
  })

type Shown = { readonly id: string } & Omit<DecisionRow['decision'], 'status' | 'dateStatus'> & {
    readonly status: string
    /** False where it was recorded wrongly, and no such decision was taken. */
    readonly taken: boolean
  }

/** A decision with what it brought; `status` is how far its day can be relied on. */
export function shownDecision({ id, decision: { dateStatus, status, ...recorded } }: DecisionRow): Shown {
  return { id, ...recorded, taken: status === 'taken', status: dateStatus }
}

export function* decisionLines({ session, quoted, paragraph, takenOn, taken, status, text, opens, enters, moves, releases, source }: Shown): Iterable<string> {
  yield `${session}, paragraph ${paragraph}, ${takenOn}${status === 'confirmed' ? '' : ` (${status}: no day was given)`}`
  if (!taken) yield '  recorded wrongly: no such decision was taken'
  if (quoted !== undefined) yield `  quoted as ${quoted.number} (${quoted.month})${quoted.renumbered ? ', whose number became another' : ''}`
  yield `  ${text}`
  if (opens !== undefined) yield `  opened the plan ${opens}`
  for (const [verb, ids] of [
    ['entered', enters],
    ['moved', moves],
    ['released', releases],
  ] as const)
    for (const id of ids) yield `  ${verb} ${id}`
  for (const each of source) yield `  source: ${citation(each)}`
}
