import type { CycleRow, LetterRow, ObligationFilter, ObligationRow, Views } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import type { Ask } from './reader.ts'

type Answer<Name extends keyof Views> = ReturnType<Views[Name]>
type Element<List> = List extends readonly (infer One)[] ? One : never
type RowOf<Name extends keyof Views> = Element<Awaited<Answer<Name>>>

export async function cycles(ask: Ask): Answer<'cycles'> {
  type Row = Pick<CycleRow, 'id' | 'cycle'> & { readonly instrument: RowOf<'instruments'>['instrument'] }
  const text = `select cycle.id, cycle.folded as cycle, instrument.folded as instrument
    from views.cycle join views.instrument on instrument.id = cycle.instrument order by cycle.id`
  const rows = await ask<Row>(text)
  return rows.map(({ id, cycle, instrument }) => ({ id, cycle, title: instrument.title }))
}

const obligationColumns = `select obligation.id, obligation.folded as state,
    coalesce(member.name, json_build_object('en', obligation.state, 'fr', obligation.state, 'es', obligation.state, 'ar', obligation.state)) as "debtorName"
  from views.obligation left join views.member on member.organization = obligation.organization and member.member = obligation.state`

const filtered = `($1::text is null or cycle = $1) and ($2::text is null or obligation.state = $2) and ($3::text is null or instrument = $3)`

/** The end of a day at each organization's seat, and the last position recorded before it. */
const knownAtEndOf = `join (
    select id, coalesce((
      select max(last_position) from views.recorded_quarter
       where quarter < extract(epoch from (($4::date + 1)::timestamp at time zone zone)) / 900), 0) as position
    from views.organization) known on known.id = obligation.organization
  where from_position <= known.position and (to_position is null or to_position > known.position)`

export function obligations(ask: Ask, { cycle, member, instrument }: ObligationFilter, asOf: CalendarDate | null): Answer<'obligations'> {
  const filter = [cycle ?? null, member ?? null, instrument ?? null]
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

export const instruments = (ask: Ask): Answer<'instruments'> => ask<RowOf<'instruments'>>('select id, folded as instrument from views.instrument order by id')

export const sessions = (ask: Ask): Answer<'sessions'> => ask<RowOf<'sessions'>>('select id, folded as session from views.session order by id')

export async function history(ask: Ask, about: string): Answer<'history'> {
  const text = `select event from views.history
    where subject = any (array(select $2 || id from views.letter where obligations @> array[$3]) || $1::text)
    order by position`
  const rows = await ask<{ event: RecordedEvent }>(text, [stream.obligation(about), stream.letter(''), about])
  return rows.map(({ event }) => event)
}

export async function position(ask: Ask): Answer<'position'> {
  const [row] = await ask<{ position: string }>('select position from views.position')
  return Number(row?.position ?? 0)
}
