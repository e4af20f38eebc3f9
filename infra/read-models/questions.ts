import type { CycleRow, LetterRow, ObligationFilter, ObligationRow, Views } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { titleOfCycle } from '../../domain/cycle/cycle.ts'
import type { RowRecorded } from '../../domain/plan/events.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import type { Session } from '../../domain/session/session.ts'
import { historyStreams, stream } from '../../domain/streams.ts'
import type { Ask } from './reader.ts'

type Answer<Name extends keyof Views> = ReturnType<Views[Name]>
type Element<List> = List extends readonly (infer One)[] ? One : never
type Outline = NonNullable<Awaited<Answer<'plan'>>>
type RowOf<Name extends keyof Views> = Element<Awaited<Answer<Name>>>

type Listed<Row> = Row extends unknown ? Omit<Row, 'title'> : never
type ListedCycle = Listed<CycleRow> & { readonly instrument: RowOf<'instruments'>['instrument'] | null }

export async function cycles(ask: Ask): Answer<'cycles'> {
  // One statement, so that both are of the same position.
  const text = `select cycle.id, 'cycle' as type, cycle.folded as cycle, instrument.folded as instrument
      from views.cycle left join views.instrument on instrument.id = cycle.instrument
    union all select id, 'plan', folded, null from views.plan
    order by id`
  const rows = await ask<ListedCycle>(text)
  return rows.map(({ instrument, ...row }) =>
    row.type === 'plan' ? { ...row, title: row.cycle.title } : { ...row, title: titleOfCycle(row.cycle, instrument?.title ?? null) },
  )
}

export async function plan(ask: Ask, cycle: string): Answer<'plan'> {
  const [found] = await ask<{ outline: Outline }>('select folded as outline from views.plan_outline where id = $1', [cycle])
  return found?.outline ?? null
}

export async function rows(ask: Ask, cycle: string): Answer<'rows'> {
  const found = await ask<{ recorded: RowRecorded }>('select recorded from views.plan_row where cycle = $1 order by first_position', [cycle])
  return found.map(({ recorded }) => recorded)
}

export const parties = (ask: Ask): Answer<'parties'> => ask<RowOf<'parties'>>('select organization, party, name from views.party order by organization, party')

const obligationColumns = `select obligation.id, obligation.folded as state,
    coalesce(party.name, json_build_object('en', obligation.state, 'fr', obligation.state, 'es', obligation.state, 'ar', obligation.state)) as "partyName"
  from views.obligation left join views.party on party.organization = obligation.organization and party.party = obligation.state`

const filters = ['cycle', 'member', 'instrument', 'kind', 'organization'] as const satisfies readonly (keyof ObligationFilter)[]
const columns: Readonly<Record<(typeof filters)[number], string>> = {
  cycle: 'cycle',
  member: 'obligation.state',
  instrument: 'instrument',
  kind: 'kind',
  organization: 'obligation.organization',
}
const filtered = filters.map((name, index) => `($${index + 1}::text is null or ${columns[name]} = $${index + 1})`).join(' and ')

/** The end of a day at each organization's seat, and the last position recorded before it. */
const knownAtEndOf = `join (
    select id, coalesce((
      select max(last_position) from views.recorded_quarter
       where quarter < extract(epoch from (($6::date + 1)::timestamp at time zone zone)) / 900), 0) as position
    from views.organization) known on known.id = obligation.organization
  where from_position <= known.position and (to_position is null or to_position > known.position)`

export function obligations(ask: Ask, wanted: ObligationFilter, asOf: CalendarDate | null): Answer<'obligations'> {
  const filter = filters.map((name) => wanted[name] ?? null)
  return asOf === null
    ? ask<ObligationRow>(`${obligationColumns} where to_position is null and ${filtered} order by obligation.id`, filter)
    : ask<ObligationRow>(`${obligationColumns} ${knownAtEndOf} and ${filtered} order by obligation.id`, [...filter, asOf])
}

export async function obligation(ask: Ask, id: string): Answer<'obligation'> {
  const [found] = await ask<ObligationRow>(`${obligationColumns} where to_position is null and obligation.id = $1`, [id])
  return found ?? null
}

export const letters = (ask: Ask, about: string | null): Answer<'letters'> =>
  about === null
    ? ask<LetterRow>('select id, folded as letter from views.letter order by first_position')
    : ask<LetterRow>('select id, folded as letter from views.letter where obligations @> array[$1] order by first_position', [about])

export async function letter(ask: Ask, id: string): Answer<'letter'> {
  const [found] = await ask<LetterRow>('select id, folded as letter from views.letter where id = $1', [id])
  return found ?? null
}

export async function letterPage(ask: Ask, { skip, size }: Parameters<Views['letterPage']>[0]): Answer<'letterPage'> {
  // Both in one statement, so that the count is of the same position as the page.
  const text = `select (select count(*)::int from views.letter) as count,
    coalesce((select json_agg(page) from (
      select id, folded as letter from views.letter order by first_position desc limit $1 offset $2) page), '[]'::json) as letters`
  const [found] = await ask<{ letters: readonly LetterRow[]; count: number }>(text, [size, skip])
  return found ?? { letters: [], count: 0 }
}

export const letterOutcomes = (ask: Ask): Answer<'letterOutcomes'> =>
  ask<RowOf<'letterOutcomes'>>("select folded->>'outcome' as outcome, count(*)::int as count from views.letter group by 1 order by 1")

export const obligationCounts = (ask: Ask): Answer<'obligationCounts'> =>
  ask<RowOf<'obligationCounts'>>(
    "select cycle, folded->>'status' as status, count(*)::int as count from views.obligation where to_position is null group by 1, 2 order by 1, 2",
  )

export const instruments = (ask: Ask): Answer<'instruments'> => ask<RowOf<'instruments'>>('select id, folded as instrument from views.instrument order by id')

/** Those that plans wait for and nobody has announced yet are left out. */
export async function sessions(ask: Ask): Answer<'sessions'> {
  const found = await ask<{ id: string; session: Session }>('select id, folded as session from views.session order by id')
  return found.flatMap(({ id, session }) => (session.status === 'unknown' ? [] : [{ id, session }]))
}

export async function history(ask: Ask, about: string): Answer<'history'> {
  const text = `select event from views.history
    where subject = any (array(select $2 || id from views.letter where obligations @> array[$3]) || $1::text[])
    order by position`
  const rows = await ask<{ event: RecordedEvent }>(text, [historyStreams(about), stream.letter(''), about])
  return rows.map(({ event }) => event)
}

export async function position(ask: Ask): Answer<'position'> {
  const [row] = await ask<{ position: string }>('select position from views.position')
  return Number(row?.position ?? 0)
}
