import type { ObligationRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { ShownHouse } from '../ports.ts'
import type { CycleCard } from './cycles-page.tsx'
import { datesAhead, isUntracked, type StandingName, standingName, standings } from './stage.ts'
import type { Visit } from './visit.ts'

/** The cycles of one house as the first page shows them. */
export async function cycleCards({ views, today }: ShownHouse, where: { readonly base: string; readonly rehearsal: boolean }): Promise<readonly CycleCard[]> {
  const [cycles, obligations] = await Promise.all([views.cycles(), views.obligations({})])
  return Promise.all(
    cycles.map(async (row) => {
      const rows = obligations.filter(({ state }) => state.cycle === row.id)
      const asOf = await today(row.cycle.organization)
      const [next] = rows.flatMap(({ state }) => datesAhead(state, asOf).slice(0, 1)).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      const untracked = rows.length > 0 && rows.every(({ state }) => isUntracked(state))
      return { row, ...where, asOf, closing: rows[0]?.state.closing ?? null, tally: tallyOf(rows, asOf), next, untracked }
    }),
  )
}

/** What is running first, by its next date; then what has passed; rehearsals last. */
export function bySoonest(a: CycleCard, b: CycleCard): number {
  const rank = ({ rehearsal, next }: CycleCard) => `${rehearsal ? 1 : 0} ${next?.on ?? '~'}`
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0
}

/** One cycle with each State; `null` where there is none of that id. */
export async function cycleView({ house: { views, today }, wording: { language } }: Visit, id: string, stage: string) {
  const cycle = (await views.cycles()).find((each) => each.id === id)
  if (cycle === undefined) return null
  const [obligations, asOf] = await Promise.all([views.obligations({ cycle: id }), today(cycle.cycle.organization)])
  const chosen = standings.find((each) => each === stage) ?? null
  const { compare } = new Intl.Collator(language)
  const rows = obligations
    .map(({ id: obligation, state, debtorName }) => ({
      id: obligation,
      name: debtorName[language],
      referral: state.kind === 'referral',
      standing: standingName(state, asOf),
      next: datesAhead(state, asOf)[0],
    }))
    .filter(({ standing }) => chosen === null || standing === chosen)
    .toSorted((a, b) => compare(a.name, b.name))
  return { cycle, asOf, tally: tallyOf(obligations, asOf), rows, chosen }
}

/** In the order in which stages follow each other; those where nobody stands are left out. */
function tallyOf(rows: readonly ObligationRow[], asOf: CalendarDate): readonly { readonly name: StandingName; readonly count: number }[] {
  const names = rows.map(({ state }) => standingName(state, asOf))
  return standings.map((name) => ({ name, count: names.filter((each) => each === name).length })).filter(({ count }) => count > 0)
}
