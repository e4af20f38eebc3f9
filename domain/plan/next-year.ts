import { type CalendarDate, day } from '../calendar/calendar-date.ts'
import { responsibleFor, rowOf } from '../obligation/basis.ts'
import type { KnownObligation } from '../obligation/state.ts'
import type { Followed } from './declaration.ts'
import type { RowRecorded } from './events.ts'

/** What a row that asks something in each year, without a last one, asks next. */
export type NextYear = {
  readonly row: RowRecorded
  readonly party: string
  readonly owedBy: KnownObligation['owedBy']
  /** It opens as the year before its own begins, so that letters ahead of it can go. */
  readonly opensOn: CalendarDate
  readonly followed: Followed
}

/**
 * The year after the last one opened, of each thing that is asked of a party every year without a last one.
 *
 * Nothing comes after one that was released, under a row that was dropped, or once a last year is printed.
 */
export const nextYears = (rows: Iterable<RowRecorded>, obligations: ReadonlyMap<string, KnownObligation>): readonly NextYear[] =>
  [...rows].filter(isEndless).flatMap((row) => {
    const latest = new Map<string, KnownObligation>()
    for (const state of row.obligations.flatMap((id) => obligations.get(id) ?? [])) {
      const asked = `${state.kind} ${state.party}`
      if (state.recurs !== undefined && yearOf(state) > yearOf(latest.get(asked))) latest.set(asked, state)
    }
    return [...latest.values()].filter(({ status }) => status !== 'released').map((state) => followingOf(state, row))
  })

const isEndless = ({ nothingToFollow, timing: { parsed } }: RowRecorded): boolean =>
  nothingToFollow === undefined && (parsed.shape !== 'every-year' || parsed.to === null)

const yearOf = (state: KnownObligation | undefined): number => Number(state?.occurrence ?? 0)

function followingOf(state: KnownObligation, row: RowRecorded): NextYear {
  const { kind, party, owedBy, title, target, recurs } = state
  const year = yearOf(state) + 1
  const responsible = responsibleFor(state)
  const { printed, status } = rowOf(state)?.timing ?? row.timing
  return {
    ...{ row, party, owedBy, opensOn: day(`${year - 1}-01-01`) },
    followed: {
      ...{ kind, party, title, recurs, occurrence: String(year), timing: { printed, parsed: { shape: 'year', year }, status } },
      ...(responsible === null ? {} : { responsible }),
      ...(target === null ? {} : { target: { ...target, observed: [] } }),
    },
  }
}
