import { correspondActor } from '../../activities/correspondence/next-letter.ts'
import { runCycleActor } from '../../activities/cycle/cycle-step.ts'
import { followObligationActor } from '../../activities/obligation/take-step.ts'
import type { TimedStream } from '../../activities/reconcile.ts'
import type { Actor } from '../../domain/actor.ts'
import { partyOfLetter } from '../../domain/ids.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { parseStreamName } from '../../domain/streams.ts'

/**
 * Which workflows these events concern, each with the highest position that does: one wake-up a workflow and batch.
 *
 * No workflow is woken for what it wrote itself: its own answer told it.
 *
 * @param cyclesOf the cycles that a session concerns
 */
export function wakesFor(events: readonly RecordedEvent[], cyclesOf: (session: string) => readonly string[]): ReadonlyMap<TimedStream, number> {
  return new Map(events.flatMap((event) => concernedBy(event, cyclesOf).map((kept) => [kept, event.position] as const)))
}

function concernedBy(event: RecordedEvent, cyclesOf: (session: string) => readonly string[]): readonly TimedStream[] {
  const { category, id } = parseStreamName(event.stream)
  switch (category) {
    case 'obligation':
      return isBy(event, followObligationActor) ? [] : [`obligation/${id}`]
    case 'cycle':
    case 'plan':
    case 'yearly-list':
      return isBy(event, runCycleActor) ? [] : [`cycle/${id}`]
    case 'correspondence':
      return event.type === 'NoticeQueued' ? [`correspondence/${id}`] : []
    case 'letter':
      return isBy(event, correspondActor) ? [] : [`correspondence/${partyOfLetter(id)}`]
    case 'session':
      return cyclesOf(id).map((cycle) => `cycle/${cycle}` as const)
    default:
      return []
  }
}

const isBy = ({ actor }: RecordedEvent, { role, id }: Actor): boolean => actor.role === role && actor.id === id
