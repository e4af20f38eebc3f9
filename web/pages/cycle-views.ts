import type { ObligationRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { closingOf } from '../../domain/obligation/limit.ts'
import { ownWords } from '../components/own-words.tsx'
import type { Tally } from '../components/tally-bar.tsx'
import type { CycleCard } from './cycles-page.tsx'
import type { PageContext, SeenInstallation } from './page-context.ts'
import { datesAhead, statuses, statusName } from './status-of-instrument.ts'

/** The cycles of one installation as the first page shows them. */
export async function cycleCards(
  { views, today }: SeenInstallation,
  where: { readonly base: string; readonly rehearsal: boolean },
): Promise<readonly CycleCard[]> {
  const [cycles, obligations] = await Promise.all([views.cycles(), views.obligations({})])
  return Promise.all(
    cycles.map(async (row) => {
      const rows = obligations.filter(({ state }) => state.cycle === row.id)
      const asOf = await today(row.cycle.organization)
      const [next] = rows.flatMap(({ state }) => datesAhead(state, asOf).slice(0, 1)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      return { row, ...where, asOf, closing: closingIn(rows), tally: tallyOf(rows, asOf), next, untracked: isCycleUntracked(rows, asOf) }
    }),
  )
}

function closingIn([first]: readonly ObligationRow[]): CycleCard['closing'] {
  return first === undefined ? null : closingOf(first.state)
}

/** Of some of it nobody knows what became: all of its last days had passed when tracking began. */
const isCycleUntracked = (rows: readonly ObligationRow[], asOf: CalendarDate): boolean => rows.some(({ state }) => statusName(state, asOf) === 'untracked')

/** What is running first, by its next date; then what has passed; rehearsals last. */
export function bySoonest(a: CycleCard, b: CycleCard): number {
  const rank = ({ rehearsal, next }: CycleCard) => `${rehearsal ? 1 : 0} ${next?.on ?? '~'}`
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0
}

/** One cycle with all that is owed in it; `null` where there is none of that id. */
export async function cycleIn({ installation: { views, today } }: PageContext, id: string, limit: string) {
  const cycle = await views.cycle(id)
  if (cycle === null) return null
  const [obligations, asOf] = await Promise.all([views.obligations({ cycle: id }), today(cycle.cycle.organization)])
  return { cycle, obligations, asOf, tally: tallyOf(obligations, asOf), chosen: statuses.find((each) => each === limit) ?? null }
}

export type CycleShown = NonNullable<Awaited<ReturnType<typeof cycleIn>>>

/** Each State of an instrument's cycle, in the order of the page's language; with the kind of what a report of it opened. */
export function statesIn({ obligations, asOf, chosen }: CycleShown, { catalog }: PageContext) {
  const { compare } = new Intl.Collator(catalog.language)
  const opened = new Set(obligations.flatMap(({ state }) => state.kindSnapshot.opens?.kind ?? []))
  return obligations
    .map(({ id: obligation, state, partyName }) => ({
      id: obligation,
      name: ownWords(catalog, state.organization, partyName),
      opened: opened.has(state.kind) ? ownWords(catalog, state.organization, state.kindSnapshot.name) : null,
      status: statusName(state, asOf),
      next: datesAhead(state, asOf)[0],
    }))
    .filter(({ status }) => chosen === null || status === chosen)
    .toSorted((a, b) => compare(a.name, b.name))
}

/** The rows of a plan with what is followed of each; where a stage is chosen, only the rows that have something in it. */
export async function planIn({ installation: { views } }: PageContext, { cycle, obligations, asOf, chosen }: CycleShown) {
  const [outline, rows] = await Promise.all([views.plan(cycle.id), views.rows(cycle.id)])
  const owed = new Map(
    obligations.map(({ id, state, partyName }) => [id, { id, state, partyName, status: statusName(state, asOf), next: datesAhead(state, asOf)[0] }]),
  )
  const shown = rows.map((row) => ({
    row,
    owed: row.obligations.flatMap((id) => owed.get(id) ?? []).filter(({ status }) => chosen === null || status === chosen),
  }))
  return { outline, rows: shown.filter((each) => chosen === null || each.owed.length > 0) }
}

export type PlanShown = Awaited<ReturnType<typeof planIn>>

/** In the order in which stages follow each other; those where nothing stands are left out. */
function tallyOf(rows: readonly ObligationRow[], asOf: CalendarDate): Tally {
  const names = rows.map(({ state }) => statusName(state, asOf))
  return statuses.map((name) => ({ name, count: names.filter((each) => each === name).length })).filter(({ count }) => count > 0)
}
