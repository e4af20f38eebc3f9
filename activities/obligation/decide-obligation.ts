import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { QueuedNotice } from '../../domain/correspondence/events.ts'
import { organizationOf, parseObligationId, partyOf } from '../../domain/ids.ts'
import type { ObligationCommand } from '../../domain/obligation/commands.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import type { KnownObligation, ObligationEvent } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import { stream } from '../../domain/streams.ts'
import type { About } from '../commands/command-definition.ts'
import { foldObligation } from '../fold.ts'
import type { Append, StreamHistory } from '../ports.ts'
import { requireKnown } from './obligation-after.ts'

/** What a command on one obligation is decided from: its stream, and its party's correspondence. @throws Refusal `unknown-obligation` when the id names no party */
export const aboutObligation = (id: string): About => ({
  id,
  organization: organizationOf(id),
  party: parseObligationId(id).party,
  streams: [stream.obligation(id), stream.correspondence(partyOf(id))],
})

/** The obligation as it was read. @throws Refusal `unknown-obligation` */
export const obligationIn = ([history]: readonly StreamHistory[], { id }: Pick<About, 'id'>): KnownObligation => requireKnown(foldObligation(history), id)

/**
 * Decides on one obligation; what its party has to be notified of is queued in the correspondence, in the same append.
 *
 * @param histories those of `aboutObligation`
 * @throws Refusal when a rule says no
 */
export function decideObligation(
  { id }: Pick<About, 'id'>,
  histories: readonly StreamHistory[],
  command: ObligationCommand,
): { readonly events: readonly ObligationEvent[]; readonly streams: Append['streams'] } {
  const [own, letters] = histories
  const events = obligation.decide(command, obligationIn(histories, { id }))
  return {
    events,
    streams: [
      { stream: stream.obligation(id), atVersion: own?.version ?? 0, events },
      { stream: stream.correspondence(partyOf(id)), atVersion: letters?.version ?? 0, events: noticesFor(id, events) },
    ],
  }
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
