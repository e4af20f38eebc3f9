import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Decider, unreachable, type Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { PaperPrepared, PlanOpened, planEvents, RowChange, RowRecorded } from './events.ts'

export type PlanEvent = EventsOf<typeof planEvents>

/** What every state of a plan holds of a row. */
type RowIds = Pick<RowRecorded, 'id' | 'obligations'>

type KnownWith<Row extends RowIds> = Omit<PlanOpened, 'components' | 'resources'> & {
  readonly status: 'open' | 'closed'
  /** As each was last recorded, in the order of their first records. */
  readonly rows: readonly Row[]
  readonly revisions: number
  readonly horizonPassed: boolean
  /** Prepared for sessions, the oldest first. */
  readonly papers: readonly PaperPrepared[]
}
type PlanWith<Row extends RowIds> = { readonly status: 'unknown' } | KnownWith<Row>

/** A plan, a strategy or a set of recommendations, followed row by row. */
export type KnownPlan = KnownWith<RowRecorded>
export type Plan = PlanWith<RowRecorded>

/** A plan whose rows are known by their ids alone, as lists carry it. */
export type PlanSummary = KnownWith<RowIds>

export type PlanCommand =
  | { readonly type: 'OpenPlan'; readonly today: CalendarDate; readonly plan: string; readonly opening: PlanOpened; readonly rows: readonly RowRecorded[] }
  | {
      readonly type: 'RevisePlan'
      readonly today: CalendarDate
      readonly plan: string
      readonly reason: string
      readonly source: readonly Source[]
      /** What the revision makes of the rows, as `revise` says. */
      readonly changes: readonly RowChange[]
      readonly rows: readonly RowRecorded[]
    }
  /** Rows that ask something more, each with that alone. */
  | { readonly type: 'EnterRows'; readonly today: CalendarDate; readonly plan: string; readonly rows: readonly RowRecorded[] }
  | { readonly type: 'ClosePlan'; readonly today: CalendarDate; readonly plan: string; readonly reason: string; readonly source: readonly Source[] }
  /** The last day of the plan's horizon is over. */
  | { readonly type: 'PassHorizon'; readonly today: CalendarDate }
  | { readonly type: 'PreparePaper'; readonly today: CalendarDate; readonly paper: PaperPrepared }

function decide(command: PlanCommand, state: Plan): readonly PlanEvent[] {
  const { today } = command
  switch (command.type) {
    case 'OpenPlan': {
      const { plan: id, opening, rows } = command
      if (state.status !== 'unknown') throw new Refusal('already-opened', `The plan ${id} was opened before`, { cycle: id })
      return [{ type: 'PlanOpened', occurredOn: today, data: opening }, ...rows.map((row) => recorded(row, today))]
    }
    case 'RevisePlan': {
      const { plan: id, reason, source, changes, rows } = command
      const { revisions } = requireOpenPlan(id, state)
      if (changes.length === 0) throw new Refusal('nothing-revised', `The plan ${id} is like this already: the revision changes nothing`, { plan: id })
      const data = { revision: revisions + 1, reason, changes: [...changes], source: [...source] }
      return [{ type: 'PlanRevised', occurredOn: today, data }, ...rows.map((row) => recorded(row, today))]
    }
    case 'EnterRows':
      return enter(command, requireOpenPlan(command.plan, state))
    case 'ClosePlan': {
      const { plan: id, reason, source } = command
      requireOpenPlan(id, state)
      return [{ type: 'PlanClosed', occurredOn: today, data: { reason, source: [...source] } }]
    }
    case 'PassHorizon': {
      if (state.status === 'unknown' || state.horizonPassed) return []
      const { until } = state.horizon
      return until === null || today <= until ? [] : [{ type: 'HorizonPassed', occurredOn: until, data: { until } }]
    }
    case 'PreparePaper': {
      const { paper } = command
      if (state.status !== 'open' || today < paper.dueOn || isPrepared(state, paper)) return []
      return [{ type: 'PaperPrepared', occurredOn: paper.dueOn, data: paper }]
    }
    default:
      return unreachable(command)
  }
}

/** One record a row, however often it is named: it asks what it asked before and everything that comes. */
function enter({ today, rows }: Extract<PlanCommand, { type: 'EnterRows' }>, state: KnownPlan): readonly PlanEvent[] {
  const entered = new Map<string, RowRecorded>()
  for (const row of rows) {
    const before = entered.get(row.id) ?? state.rows.find(({ id }) => id === row.id)
    entered.set(row.id, { ...row, obligations: [...(before?.obligations ?? []), ...row.obligations] })
  }
  return [...entered.values()].map((row) => recorded(row, today))
}

const recorded = (row: RowRecorded, today: CalendarDate): PlanEvent => ({ type: 'RowRecorded', occurredOn: today, data: row })

/** Whether the paper for a session that is due on this day is ready. */
export const isPrepared = ({ papers }: Pick<KnownPlan, 'papers'>, { session, dueOn }: Pick<PaperPrepared, 'session' | 'dueOn'>): boolean =>
  papers.some((each) => each.session === session && each.dueOn === dueOn)

/** @throws Refusal `unknown-plan` where no plan of this id was opened, `plan-closed` where nothing is added or revised any more */
export function requireOpenPlan(id: string, state: Plan): KnownPlan {
  if (state.status === 'unknown') throw new Refusal('unknown-plan', `There is no plan ${id} on record`, { plan: id })
  if (state.status === 'closed') throw new Refusal('plan-closed', `The plan ${id} was closed: nothing of it is added or revised any more`, { plan: id })
  return state
}

/** @throws Refusal `unknown-row` */
export function requireRow(id: string, { rows }: KnownPlan, row: string): RowRecorded {
  const found = rows.find((each) => each.id === row)
  if (found === undefined) throw new Refusal('unknown-row', `${id} has no row ${row}`, { plan: id, row })
  return found
}

/** @throws Refusal `output-claimed-twice` */
export function requireNewRow(id: string, { rows }: KnownPlan, row: string): void {
  if (rows.some((each) => each.id === row))
    throw new Refusal('output-claimed-twice', `${id} has a row ${row}: name it, or give the new one another id`, { row })
}

/** @param kept what the state holds of a row */
const evolveWith =
  <Row extends RowIds>(kept: (row: RowRecorded) => Row) =>
  (state: PlanWith<Row>, event: Versioned<PlanEvent>): PlanWith<Row> => {
    if (event.type === 'PlanOpened') {
      const { components: _, resources: __, ...opened } = event.data
      return { ...opened, status: 'open', rows: [], revisions: 0, horizonPassed: false, papers: [] }
    }
    if (state.status === 'unknown') return state
    switch (event.type) {
      case 'RowRecorded':
        return { ...state, rows: withRow(state.rows, kept(event.data)) }
      case 'PlanRevised':
        return { ...state, revisions: event.data.revision }
      case 'PlanClosed':
        return { ...state, status: 'closed' }
      case 'HorizonPassed':
        return { ...state, horizonPassed: true }
      case 'PaperPrepared':
        return { ...state, papers: [...state.papers, event.data] }
      default:
        return unreachable(event)
    }
  }

const withRow = <Row extends RowIds>(rows: readonly Row[], row: Row): readonly Row[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((each) => (each.id === row.id ? row : each)) : [...rows, row]

/** A plan, a strategy or a set of recommendations: from its opening through its revisions to its closing. */
export const plan: Decider<Plan, PlanCommand, PlanEvent> = { initial: { status: 'unknown' }, decide, evolve: evolveWith((row) => row) }

/** The same, without the words of its rows. */
export const planSummary = {
  initial: { status: 'unknown' } as PlanWith<RowIds>,
  evolve: evolveWith<RowIds>(({ id, obligations }) => ({ id, obligations })),
}
