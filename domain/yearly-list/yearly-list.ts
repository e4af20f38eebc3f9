import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Decider, unreachable, type Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import { Refusal } from '../refusal.ts'
import { computedCriterion, type SupervisionRules } from '../rulebook/supervision.ts'
import type { ListPrepared, yearlyListEvents } from './events.ts'
import { dropsFrom, nextListStep } from './next-list-step.ts'
import type { YearlyList } from './state.ts'

export type YearlyListEvent = EventsOf<typeof yearlyListEvents>

/** What a list rests on: the rules as they are, and each Member in serious failure with the sessions counted against it, in order of code. */
type Findings = {
  readonly today: CalendarDate
  /** The day on which the list is made. */
  readonly on: CalendarDate
  readonly rules: SupervisionRules
  readonly failing: readonly { readonly member: string; readonly counted: readonly string[] }[]
}

export type YearlyListCommand =
  | {
      readonly type: 'OpenYearlyList'
      readonly today: CalendarDate
      readonly organization: string
      /** `null` where the organization declares no supervision. */
      readonly rules: SupervisionRules | null
      readonly trackedFrom: CalendarDate
      readonly synthetic: boolean
    }
  | ({ readonly type: 'PrepareList' } & Findings)
  /** `members`: the codes of those who are Members on the day. */
  | ({ readonly type: 'RefreshList'; readonly members: readonly string[] } & Findings)

/** A list that is not due, or is made already, is no news. */
function decide(command: YearlyListCommand, state: YearlyList): readonly YearlyListEvent[] {
  if (command.type === 'OpenYearlyList') return open(command, state)
  if (state.status === 'unknown') return []
  const next = nextListStep(state)
  const { today, on, rules, failing } = command
  if (next.on !== on || on > today) return []
  const { criterion } = requireComputed(rules.organization, rules)
  const rests = { year: next.year, criterion }
  const names = failing.map(({ member }) => member)
  const countedFor = (members: readonly string[]) =>
    Object.fromEntries(failing.flatMap(({ member, counted }) => (members.includes(member) ? [[member, [...counted]]] : [])))
  switch (command.type) {
    case 'PrepareList':
      if (next.step !== 'prepare-list') return []
      return [{ type: 'ListPrepared', occurredOn: on, data: { ...rests, members: names, counted: countedFor(names) } }]
    case 'RefreshList': {
      if (next.step !== 'refresh-list') return []
      const { members, dropped } = dropsFrom(next.from, names, (member) => command.members.includes(member))
      return [{ type: 'ListRefreshed', occurredOn: on, data: { ...rests, members: [...members], dropped: [...dropped], counted: countedFor(members) } }]
    }
    default:
      return unreachable(command)
  }
}

function open(command: Extract<YearlyListCommand, { type: 'OpenYearlyList' }>, state: YearlyList): readonly YearlyListEvent[] {
  const { today, organization, rules, trackedFrom, synthetic } = command
  if (state.status !== 'unknown') throw new Refusal('already-opened', `The yearly list of ${organization} was opened before`, { organization })
  const { title, prepared, refreshed } = requireComputed(organization, rules).list
  const days = { prepared: { month: prepared.month, day: prepared.day }, refreshed: { month: refreshed.month, day: refreshed.day } }
  return [{ type: 'YearlyListOpened', occurredOn: today, data: { organization, title, ...days, trackedFrom, synthetic } }]
}

type Computed = Pick<SupervisionRules, 'list'> & Pick<ListPrepared, 'criterion'>

/** @throws Refusal `rule-not-known` where no criterion can be computed */
function requireComputed(organization: string, rules: SupervisionRules | null): Computed {
  const applied = rules === null ? null : computedCriterion(rules)
  if (rules === null || applied === null)
    throw new Refusal('rule-not-known', `${organization} declares no criterion by which a list could be made`, { organization })
  return { list: rules.list, criterion: { code: applied.code, sessions: applied.computed.sessions, source: [...applied.source] } }
}

function evolve(state: YearlyList, event: Versioned<YearlyListEvent>): YearlyList {
  if (event.type === 'YearlyListOpened') {
    const { organization, title, prepared, refreshed, trackedFrom, synthetic } = event.data
    return { status: 'open', organization, title, preparedOn: prepared, refreshedOn: refreshed, trackedFrom, synthetic, lists: [] }
  }
  if (state.status === 'unknown') return state
  const { year, members } = event.data
  if (event.type === 'ListPrepared') return { ...state, lists: [...state.lists, { year, preparedOn: event.occurredOn, prepared: members, refreshed: null }] }
  const refreshed = { on: event.occurredOn, members, dropped: event.data.dropped }
  return { ...state, lists: state.lists.map((list) => (list.year === year ? { ...list, refreshed } : list)) }
}

/** The list of those in serious failure, year by year. */
export const yearlyList: Decider<YearlyList, YearlyListCommand, YearlyListEvent> = { initial: { status: 'unknown' }, decide, evolve }
