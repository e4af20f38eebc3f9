import type { CalendarDate } from '../calendar/calendar-date.ts'
import { requireChange, requireCounts } from '../correction.ts'
import { type Decider, unreachable, type Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { Session } from '../session/session.ts'
import type { DecisionCorrected, DecisionTaken, decisionEvents } from './events.ts'

export type DecisionEvent = EventsOf<typeof decisionEvents>

export type AppliedDecision = Pick<DecisionTaken, 'enters' | 'moves' | 'releases'>

/** A decision as it counts now. */
type Recorded = Omit<DecisionTaken, 'status'> & {
  /** Version of the event that counts: the recording, or its last correction. */
  readonly counts: number
  readonly dateStatus: DecisionTaken['status']
}

export type Decision =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'taken' } & Recorded)
  /** It was recorded, and no such decision was taken. */
  | ({ readonly status: 'not-taken' } & Recorded)

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
  | {
      readonly type: 'CorrectDecision'
      readonly today: CalendarDate
      readonly at: Session
      readonly corrects: number
      readonly reason: string
      readonly source: readonly Source[]
      readonly taken: boolean
      /** `null`: as it is on record. */
      readonly paragraph: string | null
      readonly text: string | null
      readonly takenOn: CalendarDate | null
      readonly brought: AppliedDecision
    }
  | { readonly type: 'ApplyDecision'; readonly today: CalendarDate; readonly brought: AppliedDecision }

function decide(command: DecisionCommand, state: Decision): readonly DecisionEvent[] {
  switch (command.type) {
    case 'TakeDecision':
      return take(command, state)
    case 'CorrectDecision':
      return correct(command, state)
    case 'ApplyDecision':
      requireTaken(state)
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
  const on = dayOf(session, at, takenOn, today)
  return [{ type: 'DecisionTaken', occurredOn: on, data: { ...decision, takenOn: on, status: takenOn === null ? 'inferred' : 'confirmed' } }]
}

/** What it brought stays as it follows from its own events; what it brings beside that, the correction names. */
function correct(command: Extract<DecisionCommand, { type: 'CorrectDecision' }>, state: Decision): readonly DecisionEvent[] {
  const known = requireTaken(state)
  const { today, at, corrects, reason, source, taken, brought } = command
  requireCounts(known.counts, corrects, `Paragraph ${known.paragraph} of ${known.session}`)
  const takenOn = command.takenOn === null ? known.takenOn : dayOf(known.session, at, command.takenOn, today)
  const facts = {
    ...{ taken, paragraph: command.paragraph ?? known.paragraph, text: command.text ?? known.text, takenOn },
    status: command.takenOn === null ? known.dateStatus : 'confirmed',
  } as const
  const before = { taken: true, paragraph: known.paragraph, text: known.text, takenOn: known.takenOn, status: known.dateStatus }
  if (Object.values(brought).every((ids) => ids.length === 0)) requireChange(before, facts, `Paragraph ${known.paragraph} of ${known.session}`)
  return [{ type: 'DecisionCorrected', occurredOn: today, data: { corrects, reason, source: [...source], ...facts, ...brought } }]
}

type TakenDecision = Extract<Decision, { status: 'taken' }>

/** @throws Refusal `unknown-decision` where none is on record, or one that was not taken */
export function requireTaken(state: Decision): TakenDecision {
  if (state.status === 'unknown') throw new Refusal('unknown-decision', 'There is no such decision')
  if (state.status === 'not-taken') throw new Refusal('unknown-decision', 'It was recorded wrongly: no such decision was taken')
  return state
}

/** @throws Refusal `unknown-session`, `session-cancelled`, `date-in-future`, `decision-outside-session` */
function dayOf(session: string, at: Session, takenOn: CalendarDate | null, today: CalendarDate): CalendarDate {
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
  return on
}

function evolve(state: Decision, event: Versioned<DecisionEvent>): Decision {
  if (event.type === 'DecisionTaken') {
    const { status: dateStatus, ...taken } = event.data
    return { ...taken, status: 'taken', dateStatus, counts: event.version }
  }
  if (state.status === 'unknown') return state
  const { enters, moves, releases } = event.data
  const counting = event.type === 'DecisionCorrected' ? { ...state, ...asCorrected(event.data, event.version) } : state
  return { ...counting, enters: [...state.enters, ...enters], moves: [...state.moves, ...moves], releases: [...state.releases, ...releases] }
}

const asCorrected = ({ taken, paragraph, text, takenOn, status }: DecisionCorrected, version: number) =>
  ({ status: taken ? 'taken' : 'not-taken', counts: version, paragraph, text, takenOn, dateStatus: status }) as const

/** A session and a paragraph as printed, in one id: `<organization>:<session>-12(b)`. */
export const decisionId = (session: string, paragraph: string): string => `${session}-${paragraph.replaceAll(/[^A-Za-z0-9().-]+/g, '')}`

/** What a body decided at a session, paragraph by paragraph: it opens plans, enters obligations and moves them. */
export const decision: Decider<Decision, DecisionCommand, DecisionEvent> = { initial: { status: 'unknown' }, decide, evolve }
