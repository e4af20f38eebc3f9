import { timingText } from '../calendar/timing-text.ts'
import { rowOf } from '../obligation/basis.ts'
import type { Limit } from '../obligation/limit.ts'
import type { KnownObligation, Obligation } from '../obligation/state.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { Row } from './declaration.ts'
import type { RowChange, RowRecorded } from './events.ts'
import { type Ground, type Owed, obligationsOf } from './obligations-of.ts'
import { type KnownPlan, requireNewRow, requireOpenPlan, requireRow } from './plan.ts'
import { type Moved, retimed } from './retimed.ts'

export type RowTiming = RowRecorded['timing']

/** What a revision says of one row: another timing, that it falls away, or that it is new. */
export type RevisedRow =
  /** `obligations`: those that it is for, where it is not for all that follow the timing of the row. */
  | { readonly change: 'timing'; readonly row: string; readonly timing: RowTiming; readonly obligations?: readonly string[] | undefined }
  | { readonly change: 'dropped'; readonly row: string }
  | { readonly change: 'added'; readonly row: Row }

export type Revision = { readonly reason: string; readonly source: readonly Source[]; readonly changes: readonly RevisedRow[] }

/** A plan before its revision, and what each obligation of its rows is. */
export type ObligationStatus = {
  readonly id: string
  readonly plan: KnownPlan
  readonly obligations: ReadonlyMap<string, Obligation>
}

/** What a revision changes, before anything of it is recorded. */
export type Revised = {
  readonly revision: number
  readonly changes: readonly RowChange[]
  /** The rows that it changes or adds, as they are to be recorded. */
  readonly rows: readonly RowRecorded[]
  readonly moved: readonly Moved[]
  readonly released: readonly { readonly id: string; readonly days: readonly Limit[] }[]
  readonly entered: readonly Owed[]
  /** Of the rows concerned, what ended before, and what the revision leaves as it is. */
  readonly untouched: readonly { readonly id: string; readonly status: KnownObligation['status'] }[]
}

type Change = Omit<Revised, 'revision'>

/**
 * What becomes of a plan that is revised: of its rows, and of what is still open under them. What was discharged stays as it was.
 *
 * @param ground what new obligations are read against: they are counted and followed from the day of the revision
 * @throws Refusal `plan-closed`; `unknown-row`; `output-claimed-twice` where an added row or what it asks is there already; `unknown-kind`,
 * `wrong-party`
 */
export function revise({ reason, changes }: Revision, status: ObligationStatus, ground: Ground): Revised {
  const { id } = status
  const plan = requireOpenPlan(id, status.plan)
  const revision = plan.revisions + 1
  const each = changes.map((change) => {
    if (change.change === 'added') return added(change.row, status, ground)
    const row = requireRow(id, plan, change.row)
    return change.change === 'dropped' ? dropped(row, revision, reason, status) : withTiming(row, change, status, ground)
  })
  const revised = {
    revision,
    changes: each.flatMap((one) => one.changes),
    rows: each.flatMap((one) => one.rows),
    moved: each.flatMap((one) => one.moved),
    released: each.flatMap((one) => one.released),
    entered: each.flatMap((one) => one.entered),
    untouched: each.flatMap((one) => one.untouched),
  }
  return revised
}

const nothing: Change = { changes: [], rows: [], moved: [], released: [], entered: [], untouched: [] }

/** @throws Refusal `output-claimed-twice` */
function added(row: Row, { id, plan, obligations }: ObligationStatus, ground: Ground): Change {
  requireNewRow(id, plan, row.id)
  const owed = obligationsOf(row, ground)
  const claimed = owed.find((each) => obligations.has(each.id))
  if (claimed !== undefined) throw new Refusal('output-claimed-twice', `${claimed.id} is owed already`, { obligation: claimed.id })
  const { followed: _, ...kept } = row
  return {
    ...nothing,
    changes: [{ row: row.id, change: 'added', from: null, to: timingText(row.timing) }],
    rows: [{ ...kept, obligations: owed.map((each) => each.id) }],
    entered: owed,
  }
}

/** The row stays on record, and says that it fell away; what is open under it is released. */
function dropped(row: RowRecorded, revision: number, reason: string, { obligations }: ObligationStatus): Change {
  const states = row.obligations.flatMap((id) => ofRowIn(obligations, id))
  const open = states.filter(({ state }) => state.status === 'open')
  if (row.nothingToFollow !== undefined && open.length === 0) return nothing
  return {
    ...nothing,
    changes: [{ row: row.id, change: 'dropped', from: timingText(row.timing), to: null }],
    rows: [{ ...row, followedUnder: [], nothingToFollow: `Dropped by revision ${revision}: ${reason}` }],
    released: open.map(({ id, state }) => ({ id, days: state.limits })),
    untouched: states.filter(({ state }) => state.status !== 'open').map(({ id, state }) => ({ id, status: state.status })),
  }
}

function withTiming(
  row: RowRecorded,
  { timing, obligations: named }: Extract<RevisedRow, { change: 'timing' }>,
  status: ObligationStatus,
  ground: Ground,
): Change {
  const owed = row.obligations.flatMap((id) => ofRowIn(status.obligations, id))
  const foreign = named?.find((id) => !owed.some((each) => each.id === id))
  if (foreign !== undefined) throw new Refusal('unknown-obligation', `Row ${row.id} asks no obligation ${foreign}`, { obligation: foreign, row: row.id })
  const { moved, released, entered, untouched } = retimed(row, owed, timing, named, ground)
  const same = named === undefined && timingText(row.timing) === timingText(timing) && JSON.stringify(row.timing.parsed) === JSON.stringify(timing.parsed)
  if (same && moved.length === 0 && released.length === 0 && entered.length === 0) return nothing
  if (named !== undefined && moved.length === 0 && released.length === 0 && entered.length === 0) return nothing
  return {
    ...{ moved, released, entered, untouched },
    changes: [{ row: row.id, change: 'timing', from: timingText(row.timing), to: timingText(timing) }],
    rows: [{ ...row, timing: named === undefined ? timing : row.timing, obligations: [...row.obligations, ...entered.map(({ id }) => id)] }],
  }
}

function ofRowIn(obligations: ObligationStatus['obligations'], id: string): readonly { readonly id: string; readonly state: KnownObligation }[] {
  const state = obligations.get(id)
  return state === undefined || state.status === 'unknown' || rowOf(state) === null ? [] : [{ id, state }]
}
