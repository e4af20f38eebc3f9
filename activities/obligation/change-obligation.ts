import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { QueuedNotice } from '../../domain/correspondence/events.ts'
import { partyOf } from '../../domain/ids.ts'
import type { ObligationCommand } from '../../domain/obligation/commands.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { KnownObligation, Obligation, ObligationEvent } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, recordedAs, retryOnVersionConflict } from '../command.ts'
import { foldObligation } from '../fold.ts'
import type { Append, CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'

/** What a change did: its result in the record (null: no news), and the obligation as it stands after it. */
export type Changed = { readonly result: CommandResult | null; readonly state: KnownObligation; readonly head: number; readonly version: number }

/** What a change adds beside the obligation's own events, decided from the same reading. */
export type Beside = (events: readonly ObligationEvent[], state: KnownObligation) => Promise<Append['streams']>

/**
 * Reads one obligation, decides, and appends; what the party must be told goes into the correspondence in the same append.
 *
 * @param command what is asked, given the obligation as it stands
 * @throws Refusal when a rule says no; `unknown-obligation` when there is none
 */
export function changeObligation(
  { log }: Pick<UseCaseContext, 'log'>,
  metadata: CommandMetadata,
  obligationId: string,
  command: (state: KnownObligation) => ObligationCommand | Promise<ObligationCommand>,
  beside: Beside = async () => [],
): Promise<Changed> {
  return retryOnVersionConflict(async () => {
    const own = stream.obligation(obligationId)
    const letters = stream.correspondence(partyOf(obligationId))
    const { histories, head, answered } = await log.read([own, letters], metadata.commandId)
    const [history, told] = histories
    const state = known(foldObligation(history), obligationId)
    const atVersion = history?.version ?? 0
    if (answered !== null) return { result: firstResult(metadata, answered), state, head, version: atVersion }

    const events = obligation.decide(await command(state), state)
    if (events.length === 0) return { result: null, state, head, version: atVersion }
    const notices = noticesFor(obligationId, events)
    const streams = [
      { stream: own, atVersion, events },
      ...(notices.length === 0 ? [] : [{ stream: letters, atVersion: told?.version ?? 0, events: notices }]),
      ...(await beside(events, state)),
    ]
    const result = await log.append({ ...recordedAs(metadata), streams })
    const after = events.reduce<Obligation>((each, event, index) => obligation.evolve(each, { ...event, version: atVersion + index + 1 }), state)
    return { result, state: known(after, obligationId), head: result.lastPosition, version: atVersion + events.length }
  })
}

export function known(state: Obligation, obligationId: string): KnownObligation {
  if (state.status === 'unknown') throw new Refusal('unknown-obligation', `There is no obligation ${obligationId}`, { obligation: obligationId })
  return state
}

const noticesFor = (obligationId: string, events: readonly ObligationEvent[]): readonly NewEvent[] =>
  events.flatMap((event) => noticeFor(obligationId, event)).map(([occurredOn, data]) => ({ type: 'NoticeQueued', occurredOn, data }))

function noticeFor(obligation: string, event: ObligationEvent): readonly (readonly [CalendarDate, QueuedNotice])[] {
  const { occurredOn, type, data } = event
  switch (type) {
    case 'LetterFellDue':
      return [[occurredOn, { obligation, kind: data.letter, dueOn: data.dueOn }]]
    case 'AcknowledgementOwed':
      return [[occurredOn, { obligation, kind: 'acknowledgement', dueOn: occurredOn, report: data.report }]]
    case 'ReportReturned': {
      const { report, missing, due: returnDue, remarks } = data
      return [[occurredOn, { obligation, kind: 'return', dueOn: occurredOn, report, missing, returnDue, ...(remarks === undefined ? {} : { remarks }) }]]
    }
    default:
      return []
  }
}
