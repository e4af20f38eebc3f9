import type { CalendarDate } from '../calendar/calendar-date.ts'
import { requireChange } from '../correction.ts'
import { Refusal } from '../refusal.ts'
import type { CorrectSupervision, RecordingCommand, SupervisionEvent, SupervisionFact } from './commands.ts'
import { replaced, stateOf } from './evolve.ts'
import type { CountedFact, Supervision } from './state.ts'

/**
 * Corrects what was recorded of a Member. What was recorded after it must still hold: it is decided again, each by its own rule.
 *
 * @param decide of one recording
 * @throws Refusal `already-corrected`, `nothing-corrected`, `unknown-comment`; what a recording after it would be refused for
 */
export function correct(
  command: CorrectSupervision,
  state: Supervision,
  decide: (recording: RecordingCommand, state: Supervision) => unknown,
): readonly SupervisionEvent[] {
  const { today, corrects, reason, source, on, fact } = command
  const before = factOf(state, corrects)
  requireChange({ on: before.occurredOn, type: before.type, data: before.data }, fact === null ? null : { on, ...fact }, 'This')
  const facts = replaced(state.status === 'unknown' ? [] : state.facts, corrects, fact === null ? null : { ...fact, occurredOn: on, counts: corrects })
  for (const [index, each] of facts.entries()) requireHolds(each, facts.slice(0, index), today, each.counts === corrects, decide)
  return [{ type: 'SupervisionCorrected', occurredOn: today, data: { corrects, reason, source: [...source], on, fact } }]
}

/** What counts as recorded in an event of the Member's stream. @throws Refusal `unknown-comment`, `already-corrected` */
export function factOf(state: Supervision, counts: number): CountedFact {
  const facts = state.status === 'unknown' ? [] : state.facts
  const found = facts.find((each) => each.counts === counts)
  if (found !== undefined) return found
  const known = facts.map((each) => `${each.counts} (${each.type} of ${each.occurredOn})`).join(', ')
  const newest = Math.max(0, ...facts.map((each) => each.counts))
  if (counts < newest) throw new Refusal('already-corrected', `Event ${counts} does not count any more. What counts: ${known}`, { corrects: String(counts) })
  throw new Refusal('unknown-comment', `No event ${counts} says anything of this Member. What counts: ${known || 'nothing'}`, { corrects: String(counts) })
}

function requireHolds(
  fact: CountedFact,
  before: readonly CountedFact[],
  today: CalendarDate,
  isCorrected: boolean,
  decide: (recording: RecordingCommand, state: Supervision) => unknown,
): void {
  try {
    decide(recordingOf(fact, today), stateOf(before))
  } catch (error) {
    if (!(error instanceof Refusal) || isCorrected) throw error
    throw new Refusal(
      error.code,
      `Event ${fact.counts} (${fact.type} of ${fact.occurredOn}) would not hold any more: ${error.message}. Correct it first`,
      error.facts,
    )
  }
}

const commands = {
  CommentRecorded: 'RecordComment',
  CommentReplied: 'RecordReply',
  MemberListed: 'RecordListing',
  MemberHeard: 'RecordHearing',
  ConclusionsAdopted: 'RecordConclusions',
  SupervisionCleared: 'ClearSupervision',
} as const satisfies Record<SupervisionFact['type'], RecordingCommand['type']>

const recordingOf = ({ type, occurredOn, data }: CountedFact, today: CalendarDate): RecordingCommand =>
  ({ type: commands[type], today, on: occurredOn, data }) as RecordingCommand
