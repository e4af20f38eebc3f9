import { foldDecision } from '../activities/fold.ts'
import type { Decision } from '../domain/decision/decision.ts'
import { nameWithin } from '../domain/ids.ts'
import { citation } from '../domain/provenance.ts'
import { parseStreamName, stream } from '../domain/streams.ts'
import { notFound } from './failure.ts'
import type { Usual } from './options.ts'
import type { AvailableInstallation, CommandLinePorts } from './ports.ts'
import { answer } from './write-output.ts'

/** The decisions on record, or the one that is named. */
export const showDecision = (ports: CommandLinePorts, given: string | undefined, { data, json }: Usual): Promise<void> =>
  ports.read(data, async ({ installation }) => {
    const known = await decisionsIn(installation)
    if (given === undefined)
      return answer(ports, json, { decisions: known }, () =>
        known.length === 0 ? ['No decision is on record.'] : known.map(({ id, takenOn, text }) => `${id}  ${takenOn}  ${text}`),
      )
    const found = known.find(({ id }) => id === given || nameWithin(id) === given)
    if (found === undefined)
      throw notFound('unknown-decision', `There is no decision ${given}. There are ${known.map(({ id }) => id).join(', ') || 'none'}`, { decision: given })
    return answer(ports, json, found, () => decisionLines(found))
  })

type Shown = { readonly id: string } & Omit<Extract<Decision, { status: 'taken' }>, 'status' | 'dateStatus'> & {
    readonly status: string
    /** False where it was recorded wrongly, and no such decision was taken. */
    readonly taken: boolean
  }

async function decisionsIn({ log }: AvailableInstallation['installation']): Promise<readonly Shown[]> {
  const streams = await log.versions(stream.decision(''))
  const { histories } = await log.read(streams.map((each) => each.stream))
  return histories.map((history) => shownDecision(parseStreamName(history.stream).id, foldDecision(history)))
}

/** A decision with what it brought; `status` is how far its day can be relied on. */
export function shownDecision(id: string, state: Decision): Shown {
  if (state.status === 'unknown') throw new TypeError(`${id} is not on record`)
  const { dateStatus, status, ...recorded } = state
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
