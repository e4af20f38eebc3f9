import { type Expression, sql } from 'kysely'
import type { CycleRow, LetterRow, ObligationFilter, ObligationRow, Views } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type KnownCycle, titleOfCycle } from '../../domain/cycle/cycle.ts'
import type { InLanguages } from '../../domain/languages.ts'
import type { PlanSummary } from '../../domain/plan/plan.ts'
import { historyStreams, stream } from '../../domain/streams.ts'
import type { Ask } from './reader.ts'
import { viewQueries } from './view-queries.ts'

type Answer<Name extends keyof Views> = ReturnType<Views[Name]>

const cycleRows = viewQueries
  .selectFrom('cycle')
  .leftJoin('instrument', 'instrument.id', 'cycle.instrument')
  .select(['cycle.id', 'cycle.folded as cycle', 'instrument.folded as instrument'])
const planRows = viewQueries.selectFrom('plan').select(['id', 'folded as cycle'])

type ListedCycle = { readonly id: string; readonly cycle: KnownCycle; readonly instrument: { readonly title: InLanguages } | null }
const asCycle = ({ id, cycle: known, instrument }: ListedCycle): CycleRow => ({
  ...{ id, type: 'cycle', cycle: known },
  title: titleOfCycle(known, instrument?.title ?? null),
})
const asPlan = ({ id, cycle: known }: { readonly id: string; readonly cycle: PlanSummary }): CycleRow => ({
  id,
  type: 'plan',
  cycle: known,
  title: known.title,
})

export async function cycles(ask: Ask): Answer<'cycles'> {
  // One statement, so that both are of the same position.
  const both = viewQueries.selectNoFrom([
    sql<readonly ListedCycle[]>`coalesce((select json_agg(row) from (${cycleRows}) row), '[]'::json)`.as('cycles'),
    sql<readonly { id: string; cycle: PlanSummary }[]>`coalesce((select json_agg(row) from (${planRows}) row), '[]'::json)`.as('plans'),
  ])
  const [found] = await ask(both)
  if (found === undefined) return []
  return [...found.cycles.map(asCycle), ...found.plans.map(asPlan)].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Ids are of one or the other: nothing is opened under an id that is on record as another thing. */
export async function cycle(ask: Ask, id: string): Answer<'cycle'> {
  const [known] = await ask(cycleRows.where('cycle.id', '=', id))
  if (known !== undefined) return asCycle(known)
  const [plan] = await ask(planRows.where('id', '=', id))
  return plan === undefined ? null : asPlan(plan)
}

export async function plan(ask: Ask, cycle: string): Answer<'plan'> {
  const [found] = await ask(viewQueries.selectFrom('plan_outline').select('folded').where('id', '=', cycle))
  return found?.folded ?? null
}

export async function rows(ask: Ask, cycle: string): Answer<'rows'> {
  const found = await ask(viewQueries.selectFrom('plan_row').select('recorded').where('cycle', '=', cycle).orderBy('first_position'))
  return found.map(({ recorded }) => recorded)
}

export const parties = (ask: Ask): Answer<'parties'> =>
  ask(viewQueries.selectFrom('party').select(['organization', 'party', 'name']).orderBy('organization').orderBy('party'))

export async function member(ask: Ask, organization: string, code: string): Answer<'member'> {
  const [found] = await ask(viewQueries.selectFrom('organization').select('folded').where('id', '=', organization))
  return found?.folded.members[code] ?? null
}

/** A party that has no name yet is called by its code. */
const partyName = sql<InLanguages>`coalesce(party.name, json_build_object('en', obligation.state, 'fr', obligation.state, 'es', obligation.state, 'ar', obligation.state))`

const knownObligations = viewQueries
  .selectFrom('obligation')
  .leftJoin('party', (join) => join.onRef('party.organization', '=', 'obligation.organization').onRef('party.party', '=', 'obligation.state'))
  .select(['obligation.id', 'obligation.folded as state', partyName.as('partyName')])

const newestObligations = knownObligations.where('to_position', 'is', null)

/** For each organization, the last position recorded before the end of a day at its seat. */
const lastPositionOn = (day: CalendarDate) =>
  viewQueries.selectFrom('organization').select((eb) => [
    'organization.id',
    eb.fn
      .coalesce(
        eb
          .selectFrom('recorded_quarter')
          .select(({ fn }) => fn.max('last_position').as('last'))
          .where('quarter', '<', sql<string>`extract(epoch from ((${day}::date + 1)::timestamp at time zone organization.zone)) / 900`),
        sql<string>`0`,
      )
      .as('position'),
  ])

const knownOn = (day: CalendarDate) =>
  knownObligations
    .innerJoin(lastPositionOn(day).as('known'), 'known.id', 'obligation.organization')
    .whereRef('from_position', '<=', 'known.position')
    .where((eb) => eb.or([eb('to_position', 'is', null), eb('to_position', '>', eb.ref('known.position'))]))

const filters = {
  cycle: 'obligation.cycle',
  member: 'obligation.state',
  instrument: 'obligation.instrument',
  kind: 'obligation.kind',
  organization: 'obligation.organization',
} as const satisfies Readonly<Record<keyof ObligationFilter, string>>

export function obligations(ask: Ask, wanted: ObligationFilter, asOf: CalendarDate | null): Answer<'obligations'> {
  let query: typeof knownObligations = asOf === null ? newestObligations : knownOn(asOf)
  for (const [name, column] of Object.entries(filters)) {
    const value = wanted[name as keyof ObligationFilter]
    if (value !== undefined) query = query.where(column, '=', value)
  }
  return ask<ObligationRow>(query.orderBy('obligation.id'))
}

export async function obligation(ask: Ask, id: string): Answer<'obligation'> {
  const [found] = await ask<ObligationRow>(newestObligations.where('obligation.id', '=', id))
  return found ?? null
}

/** Letters that list an obligation. */
const about = (obligation: string): Expression<boolean> => sql<boolean>`obligations @> array[${obligation}]`

const letterRows = viewQueries.selectFrom('letter').select(['id', 'folded as letter'])

export const letters = (ask: Ask, obligation: string | null): Answer<'letters'> =>
  ask<LetterRow>((obligation === null ? letterRows : letterRows.where(about(obligation))).orderBy('first_position'))

export async function letter(ask: Ask, id: string): Answer<'letter'> {
  const [found] = await ask<LetterRow>(letterRows.where('id', '=', id))
  return found ?? null
}

const count = sql<number>`count(*)::int`

export async function letterPage(ask: Ask, { skip, size }: Parameters<Views['letterPage']>[0]): Answer<'letterPage'> {
  const page = letterRows.orderBy('first_position', 'desc').limit(size).offset(skip)
  // Both in one statement, so that the count is of the same position as the page.
  const query = viewQueries.selectNoFrom((eb) => [
    eb.selectFrom('letter').select(count.as('count')).as('count'),
    sql<readonly LetterRow[]>`coalesce((select json_agg(page) from (${page}) page), '[]'::json)`.as('letters'),
  ])
  const [found] = await ask(query)
  return { letters: found?.letters ?? [], count: found?.count ?? 0 }
}

const outcome = sql<LetterRow['letter']['outcome']>`folded->>'outcome'`
const status = sql<ObligationRow['state']['status']>`folded->>'status'`

export const letterOutcomes = (ask: Ask): Answer<'letterOutcomes'> =>
  ask(
    viewQueries
      .selectFrom('letter')
      .select([outcome.as('outcome'), count.as('count')])
      .groupBy(sql`1`)
      .orderBy(sql`1`),
  )

export const obligationCounts = (ask: Ask): Answer<'obligationCounts'> =>
  ask(
    viewQueries
      .selectFrom('obligation')
      .select(['cycle', status.as('status'), count.as('count')])
      .where('to_position', 'is', null)
      .groupBy(sql`1, 2`)
      .orderBy(sql`1, 2`),
  )

export const instruments = (ask: Ask): Answer<'instruments'> => ask(viewQueries.selectFrom('instrument').select(['id', 'folded as instrument']).orderBy('id'))

/** Those that plans wait for and nobody has announced yet are left out. */
export async function sessions(ask: Ask): Answer<'sessions'> {
  const found = await ask(viewQueries.selectFrom('session').select(['id', 'folded as session']).orderBy('id'))
  return found.flatMap(({ id, session }) => (session.status === 'unknown' ? [] : [{ id, session }]))
}

const decisionRows = viewQueries.selectFrom('decision').select(['id', 'folded as decision'])

export const decisions = (ask: Ask): Answer<'decisions'> => ask(decisionRows.orderBy('id'))

export async function decision(ask: Ask, id: string): Answer<'decision'> {
  const [found] = await ask(decisionRows.where('id', '=', id))
  return found ?? null
}

export async function history(ask: Ask, id: string): Answer<'history'> {
  const ofLetters = viewQueries
    .selectFrom('letter')
    .select(sql<string>`${stream.letter('')} || id`.as('subject'))
    .where(about(id))
  const found = await ask(
    viewQueries
      .selectFrom('history')
      .select('event')
      .where(sql<boolean>`subject = any (array(${ofLetters}) || ${historyStreams(id)}::text[])`)
      .orderBy('position'),
  )
  return found.map(({ event }) => event)
}

export async function position(ask: Ask): Answer<'position'> {
  const [row] = await ask(viewQueries.selectFrom('position').select('position'))
  return Number(row?.position ?? 0)
}
