import type { EventLog } from '../../activities/ports.ts'
import { type LetterKind, letterKinds } from '../../domain/letter/events.ts'
import { partsOfStream } from '../../domain/obligation/obligation-id.ts'
import { type SubmissionClass, submissionClass } from '../../domain/report/submission-class.ts'
import type { Projection } from './projection.ts'

export type Tally = {
  /** Letters that the relay took, by kind. */
  readonly letters: Readonly<Record<LetterKind, number>>
  /** Discharged obligations by the date of their submission, and those still open. */
  readonly outcomes: Readonly<Record<SubmissionClass | 'open', number>>
}

/** Counts what the record says came of a play. */
export async function tallyOf(log: EventLog, projection: Projection): Promise<Tally> {
  const letters = Object.fromEntries(letterKinds.map((kind) => [kind, 0])) as Record<LetterKind, number>
  const kinds = new Map<string, LetterKind>()
  for (let position = 0; ; ) {
    const events = await log.readFrom(position, 1_000)
    for (const { stream, type, data } of events) {
      const { id } = partsOfStream(stream)
      if (type === 'LetterIssued') kinds.set(id, data.kind as LetterKind)
      const kind = type === 'LetterAccepted' ? kinds.get(id) : undefined
      if (kind !== undefined) letters[kind] += 1
    }
    const last = events.at(-1)
    if (last === undefined) break
    position = last.position
  }
  const outcomes = { inTime: 0, inExceptionalWindow: 0, late: 0, open: 0 }
  for (const [, { status, reports, dischargedBy, deadlines }] of projection.obligations()) {
    const submittedOn = reports.find(({ id }) => id === dischargedBy)?.submissionDate ?? null
    outcomes[status === 'open' || submittedOn === null ? 'open' : submissionClass(submittedOn, deadlines)] += 1
  }
  return { letters, outcomes }
}
