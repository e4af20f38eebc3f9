import { unreachable, type Versioned } from '../decider.ts'
import type { SupervisionEvent, SupervisionFact } from './commands.ts'
import type { CountedFact, Supervised, Supervision } from './state.ts'

/** What one more event makes of what is on record of a Member: a corrected fact counts as if it had been recorded so. */
export function evolve(state: Supervision, event: Versioned<SupervisionEvent>): Supervision {
  if (event.type !== 'SupervisionCorrected') {
    const { type, occurredOn, data, version } = event
    return withFact(state, { type, occurredOn, data, counts: version } as CountedFact)
  }
  if (state.status === 'unknown') return state
  const { corrects, on, fact } = event.data
  return stateOf(replaced(state.facts, corrects, fact === null ? null : { ...fact, occurredOn: on, counts: event.version }))
}

/** The state that these facts make, in the order in which they were first recorded. */
export const stateOf = (facts: readonly CountedFact[]): Supervision => facts.reduce<Supervision>(withFact, { status: 'unknown' })

/** @param fact `null`: nothing of it happened */
export const replaced = (facts: readonly CountedFact[], counts: number, fact: CountedFact | null): readonly CountedFact[] =>
  facts.flatMap((each) => (each.counts === counts ? (fact ?? []) : each))

export function withFact(state: Supervision, fact: CountedFact): Supervision {
  const after = afterFact(state, fact)
  return after.status === 'unknown' ? after : { ...after, facts: [...after.facts, fact] }
}

function afterFact(state: Supervision, event: CountedFact): Supervision {
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
  state.status === 'unknown' ? { status: 'supervised', organization, member, facts: [], comments: [], listings: [], clearings: [] } : state

type Answer = Exclude<SupervisionFact, { readonly type: 'CommentRecorded' | 'MemberListed' }>

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
