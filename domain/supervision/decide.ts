import type { CalendarDate } from '../calendar/calendar-date.ts'
import { unreachable } from '../decider.ts'
import { Refusal } from '../refusal.ts'
import type { RecordingCommand, SupervisionCommand, SupervisionEvent } from './commands.ts'
import { correct } from './correct.ts'
import type { Comment, Listing, Supervised, Supervision } from './state.ts'
import { supervisionStageOn } from './supervision-stage.ts'

/** What a body decided is recorded as it decided it: only what cannot be is refused. */
export function decide(command: SupervisionCommand, state: Supervision): readonly SupervisionEvent[] {
  return command.type === 'CorrectSupervision' ? correct(command, state, record) : record(command, state)
}

function record(command: RecordingCommand, state: Supervision): readonly SupervisionEvent[] {
  const { on, today } = command
  if (on > today) throw new Refusal('date-in-future', `${on} has not come yet`, { on, today })
  switch (command.type) {
    case 'RecordComment': {
      const { reference } = command.data
      if (known(state)?.comments.some((comment) => comment.reference === reference))
        throw new Refusal('already-commented', `The comment ${reference} is on record already`, { reference })
      return [{ type: 'CommentRecorded', occurredOn: on, data: command.data }]
    }
    case 'RecordReply': {
      const comment = commentOf(state, command.data.reference)
      inOrder(on, comment.on, `the comment ${comment.reference}`)
      return [{ type: 'CommentReplied', occurredOn: on, data: command.data }]
    }
    case 'RecordListing': {
      const { session } = command.data
      if (known(state)?.listings.some((listing) => listing.session === session))
        throw new Refusal('already-listed', `The Member is on record as listed at ${session} already`, { session })
      return [{ type: 'MemberListed', occurredOn: on, data: command.data }]
    }
    case 'RecordHearing': {
      const { session, heard, ...listing } = listingAt(state, command.data.session)
      if (heard !== null) throw new Refusal('already-heard', `What the Member said at ${session} is on record: ${heard.outcome}`, { session })
      inOrder(on, listing.on, `its listing at ${session}`)
      return [{ type: 'MemberHeard', occurredOn: on, data: command.data }]
    }
    case 'RecordConclusions': {
      const { session, conclusions, ...listing } = listingAt(state, command.data.session)
      if (conclusions !== null) throw new Refusal('already-concluded', `The conclusions of ${session} are on record: ${conclusions.on}`, { session })
      inOrder(on, listing.on, `its listing at ${session}`)
      return [{ type: 'ConclusionsAdopted', occurredOn: on, data: command.data }]
    }
    case 'ClearSupervision': {
      const { instruments } = command.data
      const about = instruments.length === 0 ? [null] : instruments
      const outstanding = about.some((instrument) => !['none', 'cleared'].includes(supervisionStageOn(state, on, instrument).stage))
      if (!outstanding) throw new Refusal('nothing-to-clear', `Nothing that a body asked stands on ${on}`, { on, instruments: instruments.join(', ') })
      return [{ type: 'SupervisionCleared', occurredOn: on, data: command.data }]
    }
    default:
      return unreachable(command)
  }
}

const known = (state: Supervision): Supervised | null => (state.status === 'unknown' ? null : state)

function commentOf(state: Supervision, reference: string): Comment {
  const found = known(state)?.comments.find((comment) => comment.reference === reference)
  if (found === undefined) throw new Refusal('unknown-comment', `No comment ${reference} on this Member is on record`, { reference })
  return found
}

function listingAt(state: Supervision, session: string): Listing {
  const found = known(state)?.listings.find((listing) => listing.session === session)
  if (found === undefined) throw new Refusal('not-listed', `The Member is not on record as listed at ${session}`, { session })
  return found
}

function inOrder(on: CalendarDate, after: CalendarDate, what: string): void {
  if (on < after) throw new Refusal('out-of-order', `${on} lies before ${what}, of ${after}`, { on, after })
}
