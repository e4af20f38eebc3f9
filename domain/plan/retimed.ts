import { type RowTimingRead, responsibleFor, rowOf } from '../obligation/basis.ts'
import { computeSchedule } from '../obligation/compute-schedule.ts'
import type { Limit, ScheduledLetter } from '../obligation/limit.ts'
import type { KnownObligation } from '../obligation/state.ts'
import type { Followed } from './declaration.ts'
import type { RowRecorded } from './events.ts'
import { type Ground, type Owed, obligationsOf, sessionId } from './obligations-of.ts'

/** An open obligation with its days before and after, and what records them. */
export type Moved = {
  readonly id: string
  readonly from: readonly Limit[]
  readonly to: readonly Limit[]
  readonly session: string | null
  readonly scheduled: readonly ScheduledLetter[]
  readonly timing: RowTimingRead
}

export type Retimed = {
  readonly moved: readonly Moved[]
  readonly released: readonly { readonly id: string; readonly days: readonly Limit[] }[]
  readonly entered: readonly Owed[]
  readonly untouched: readonly { readonly id: string; readonly status: KnownObligation['status'] }[]
}

type Known = { readonly id: string; readonly state: KnownObligation }

/**
 * What another timing of a row makes of its obligations: open ones get other days, years that fall away are released, years that come are
 * entered. What has a timing of its own keeps it, unless it is named; what ended stays as it was.
 */
export function retimed(
  row: RowRecorded,
  owed: readonly Known[],
  timing: RowRecorded['timing'],
  named: readonly string[] | undefined,
  ground: Ground,
): Retimed {
  const chosen = owed.filter(({ id, state }) => named?.includes(id) ?? followsRow(state, row))
  const wanted = wantedOf(row, chosen, timing, ground)
  const fates = chosen.map((each) => fateOf(each, wanted, ground))
  return {
    moved: fates.flatMap((fate) => (fate.becomes === 'moved' ? [fate.moved] : [])),
    released: fates.flatMap((fate) => (fate.becomes === 'released' ? [{ id: fate.id, days: fate.days }] : [])),
    entered: wanted.filter(({ id }) => !owed.some((each) => each.id === id)),
    untouched: [
      ...fates.flatMap((fate) => (fate.becomes === 'itself' ? [{ id: fate.id, status: fate.status }] : [])),
      ...owed.filter((each) => !chosen.includes(each)).map(({ id, state }) => ({ id, status: state.status })),
    ],
  }
}

/** Whether an obligation has the timing of its row, or is one year of it. */
function followsRow(state: KnownObligation, { timing }: RowRecorded): boolean {
  const parsed = rowOf(state)?.timing.parsed
  const { occurrence } = state
  if (parsed === undefined) return false
  if (timing.parsed.shape === 'every-year') return parsed.shape === 'year' && occurrence === String(parsed.year)
  return JSON.stringify(parsed) === JSON.stringify(timing.parsed)
}

/** What the row asks of the same parties, in the same kinds, with the new timing. */
function wantedOf(row: RowRecorded, chosen: readonly Known[], { printed, parsed, status }: RowRecorded['timing'], ground: Ground): readonly Owed[] {
  const yearly = row.timing.parsed.shape === 'every-year' || parsed.shape === 'every-year'
  const followed = chosen.map(({ state }): Followed => {
    const { kind, party, occurrence, title, target } = state
    const responsible = responsibleFor(state)
    return {
      ...{ kind, party, title, timing: { printed, parsed, status } },
      ...(responsible === null ? {} : { responsible }),
      ...(occurrence === null || yearly ? {} : { occurrence }),
      ...(target === null ? {} : { target: { ...target, observed: [] } }),
    }
  })
  const once = [...new Map(followed.map((each) => [JSON.stringify(each), each])).values()]
  const parties = (owedBy: KnownObligation['owedBy']) => chosen.filter(({ state }) => state.owedBy === owedBy).map(({ state }) => state.party)
  return obligationsOf({ ...row, followed: once }, { ...ground, members: parties('member'), units: parties('unit') })
}

/** A year of a range stays that year, whatever the range is printed as. */
function isSame(timing: Moved['timing'], state: KnownObligation): boolean {
  const before = rowOf(state)?.timing
  const { parsed } = timing
  const words = parsed.shape === 'year' && state.occurrence === String(parsed.year) ? null : timing.printed
  return JSON.stringify([parsed, timing.status, words]) === JSON.stringify([before?.parsed, before?.status, words === null ? null : before?.printed])
}

type Fate =
  | { readonly becomes: 'moved'; readonly moved: Moved }
  | { readonly becomes: 'released'; readonly id: string; readonly days: readonly Limit[] }
  | { readonly becomes: 'itself'; readonly id: string; readonly status: KnownObligation['status'] }

function fateOf({ id, state }: Known, wanted: readonly Owed[], ground: Ground): Fate {
  const itself = { becomes: 'itself', id, status: state.status } as const
  if (state.status !== 'open') return itself
  const found = wanted.find((each) => each.id === id)
  if (found === undefined) return { becomes: 'released', id, days: state.limits }
  const { timing } = found.followed
  const session = timing.parsed.shape === 'session' ? ground.sessionOf(sessionId(state.organization, timing.parsed.session)) : null
  const computed = computeSchedule({ ...state, provision: null, timing, session, counting: ground.counting })
  if (isSame(timing, state)) return itself
  return { becomes: 'moved', moved: { id, from: state.limits, to: computed.limits, session: session?.id ?? null, scheduled: computed.scheduled, timing } }
}
