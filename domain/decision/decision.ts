import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Decider, unreachable, type Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import type { DecisionTaken, decisionEvents } from './events.ts'

export type DecisionEvent = EventsOf<typeof decisionEvents>

export type AppliedDecision = Pick<DecisionTaken, 'enters' | 'moves' | 'releases'>

export type Decision =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'taken'; readonly dateStatus: DecisionTaken['status'] } & Omit<DecisionTaken, 'status'>)

export type DecisionCommand =
  | {
      readonly type: 'TakeDecision'
      readonly today: CalendarDate
      /** The session at which it was taken, as it is on record. */
      readonly at: Session
      /** `null` where the day was not given: then it is the last day of the session, or today while it sits. */
      readonly takenOn: CalendarDate | null
      readonly decision: Omit<DecisionTaken, 'takenOn' | 'status'>
    }
  | { readonly type: 'ApplyDecision'; readonly today: CalendarDate; readonly brought: AppliedDecision }

function decide(command: DecisionCommand, state: Decision): readonly DecisionEvent[] {
  switch (command.type) {
    case 'TakeDecision':
      return take(command, state)
    case 'ApplyDecision':
      if (state.status === 'unknown') throw new Refusal('unknown-decision', 'There is no such decision')
      return [{ type: 'DecisionApplied', occurredOn: command.today, data: { ...command.brought } }]
    default:
      return unreachable(command)
  }
}

function take({ today, at, takenOn, decision }: Extract<DecisionCommand, { type: 'TakeDecision' }>, state: Decision): readonly DecisionEvent[] {
  const { session, paragraph } = decision
  if (state.status === 'taken')
    throw new Refusal(
      'already-decided',
      `Paragraph ${paragraph} of ${session} is on record: give another code where another document has a paragraph ${paragraph}`,
      {
        session,
        paragraph,
        takenOn: state.takenOn,
      },
    )
  if (at.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${session}`, { session })
  if (at.status === 'cancelled') throw new Refusal('session-cancelled', `${session} was cancelled: nothing was decided there`, { session })
  const last = at.closing?.date ?? at.between?.latest ?? at.opensOn
  const on = takenOn ?? (last !== null && last < today ? last : today)
  if (on > today) throw new Refusal('date-in-future', `A decision of ${on} was not taken yet`, { takenOn: on, today })
  const first = at.opensOn ?? at.between?.earliest ?? null
  if ((first !== null && on < first) || (last !== null && on > last))
    throw new Refusal('decision-outside-session', `${on} lies outside ${session}: from ${first ?? 'a day not known'} to ${last ?? 'a day not known'}`, {
      takenOn: on,
      opensOn: first ?? '',
      closesOn: last ?? '',
    })
  return [{ type: 'DecisionTaken', occurredOn: on, data: { ...decision, takenOn: on, status: takenOn === null ? 'inferred' : 'confirmed' } }]
}

function evolve(state: Decision, event: Versioned<DecisionEvent>): Decision {
  if (event.type === 'DecisionTaken') {
    const { status: dateStatus, ...taken } = event.data
    return { ...taken, status: 'taken', dateStatus }
  }
  if (state.status === 'unknown') return state
  const { enters, moves, releases } = event.data
  return { ...state, enters: [...state.enters, ...enters], moves: [...state.moves, ...moves], releases: [...state.releases, ...releases] }
}

/** A session and a paragraph as printed, in one id: `<organization>:<session>-12(b)`. */
export const decisionId = (session: string, paragraph: string): string => `${session}-${paragraph.replaceAll(/[^A-Za-z0-9().-]+/g, '')}`

/** What a body decided at a session, paragraph by paragraph: it opens plans, enters obligations and moves them. */
export const decision: Decider<Decision, DecisionCommand, DecisionEvent> = { initial: { status: 'unknown' }, decide, evolve }
