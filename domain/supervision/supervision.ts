import { type Decider, unreachable, type Versioned } from '../decider.ts'
import type { SupervisionCommand, SupervisionEvent } from './commands.ts'
import { decide } from './decide.ts'
import type { Supervised, Supervision } from './state.ts'

/** What bodies said of one Member, and what came of it. */
export const supervision: Decider<Supervision, SupervisionCommand, SupervisionEvent> = { initial: { status: 'unknown' }, decide, evolve }

function evolve(state: Supervision, event: Versioned<SupervisionEvent>): Supervision {
  switch (event.type) {
    case 'CommentRecorded': {
      const { organization, member, reference, kind, body, session, reportYear, instruments, paragraph } = event.data
      const comment = { reference, kind, body, session, reportYear, instruments, paragraph, on: event.occurredOn, repliedOn: null }
      const before = opened(state, organization, member)
      return { ...before, comments: [...before.comments, comment] }
    }
    case 'MemberListed': {
      const { organization, member, session, body, instruments, criteria, paragraph } = event.data
      const listing = { session, body, instruments, criteria, paragraph, on: event.occurredOn, heard: null, conclusions: null }
      const before = opened(state, organization, member)
      return { ...before, listings: [...before.listings, listing] }
    }
    case 'CommentReplied':
    case 'MemberHeard':
    case 'ConclusionsAdopted':
    case 'SupervisionCleared':
      return state.status === 'unknown' ? state : answered(state, event)
    default:
      return unreachable(event)
  }
}

const opened = (state: Supervision, organization: string, member: string): Supervised =>
  state.status === 'unknown' ? { status: 'supervised', organization, member, comments: [], listings: [], clearings: [] } : state

type Answer = Extract<Versioned<SupervisionEvent>, { readonly type: 'CommentReplied' | 'MemberHeard' | 'ConclusionsAdopted' | 'SupervisionCleared' }>

function answered(state: Supervised, event: Answer): Supervised {
  const on = event.occurredOn
  switch (event.type) {
    case 'CommentReplied': {
      const { reference } = event.data
      return { ...state, comments: state.comments.map((each) => (each.reference === reference ? { ...each, repliedOn: each.repliedOn ?? on } : each)) }
    }
    case 'MemberHeard': {
      const { session, outcome } = event.data
      return { ...state, listings: state.listings.map((each) => (each.session === session ? { ...each, heard: { outcome, on } } : each)) }
    }
    case 'ConclusionsAdopted': {
      const { session, paragraph } = event.data
      return { ...state, listings: state.listings.map((each) => (each.session === session ? { ...each, conclusions: { on, paragraph } } : each)) }
    }
    case 'SupervisionCleared': {
      const { body, instruments, paragraph } = event.data
      return { ...state, clearings: [...state.clearings, { body, instruments, paragraph, on }] }
    }
    default:
      return unreachable(event)
  }
}
