import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import type { Row } from '../../domain/plan/declaration.ts'
import type { RowRecorded } from '../../domain/plan/events.ts'
import { type Owed, obligationsOf } from '../../domain/plan/obligations-of.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Asked } from '../command.ts'
import { foldOrganization } from '../fold.ts'
import { sourcesFrom } from '../given-source.ts'
import type { House } from '../house.ts'
import { followedFrom, rowFrom } from '../plan/given-row.ts'
import { openPlanOnRecord } from '../plan/on-record.ts'
import { enteredOn, groundFor, noneClaimed } from '../plan/open-plan.ts'
import type { Append } from '../ports.ts'
import { waitedFor } from '../session/known-sessions.ts'
import type { GivenEffects } from './decision-payload.ts'

type Given = GivenEffects['enters'][number]
type Entered = { readonly streams: Append['streams']; readonly guards: NonNullable<Append['guards']>; readonly ids: readonly string[] }

/** New obligations under plans on record, counted and followed from today: the row that asks them is recorded again with them. */
export async function enteredBy(house: House, asked: Asked, organization: string, given: readonly Given[], today: CalendarDate): Promise<Entered> {
  const cycles = [...new Set(given.map(({ plan }) => planId(organization, plan)))]
  const each = await Promise.all(
    cycles.map((cycle) => {
      const own = given.filter(({ plan }) => planId(organization, plan) === cycle)
      return enteredUnder(house, asked, cycle, own, today)
    }),
  )
  const owed = each.flatMap((one) => one.owed)
  await noneClaimed(house, owed)
  return { streams: each.flatMap(({ streams }) => streams), guards: each.flatMap(({ guards }) => guards), ids: owed.map(({ id }) => id) }
}

/** A plan by its code or its whole id, as the house names it. @throws Refusal `unknown-plan` for one of another organization */
export function planId(organization: string, plan: string): string {
  const id = plan.includes(':') ? plan : `${organization}:${plan}`
  if (id.startsWith(`${organization}:`)) return id
  throw new Refusal('unknown-plan', `${id} is no plan of ${organization}: its own body decides on it`, { plan: id })
}

async function enteredUnder(house: House, asked: Asked, cycle: string, given: readonly Given[], today: CalendarDate) {
  const organization = cycle.slice(0, cycle.indexOf(':'))
  const { histories } = await house.log.read([stream.cycle(cycle), stream.organization(organization)])
  const [history, members] = histories
  const { plan, rows } = openPlanOnRecord(cycle, history)
  const code = cycle.slice(organization.length + 1)
  const asks = given.map((each) => askedBy(house, asked, organization, each, rows, cycle))
  const timings = asks.flatMap(({ row }) => row.followed.map(({ timing }) => timing.parsed))
  const sessions = await waitedFor(house, organization, timings)
  const basis = {
    cycle,
    plan: { organization, code, reviewMonths: plan.reviewMonths, horizon: plan.horizon },
    openedOn: today,
    trackedFrom: today,
    synthetic: plan.synthetic,
  }
  const ground = groundFor(house, basis, foldOrganization(members), sessions.states)

  const recorded = new Map<string, RowRecorded>()
  const owed: Owed[] = []
  for (const { row, before } of asks) {
    const news = obligationsOf(row, ground)
    owed.push(...news)
    const { followed: _, ...kept } = row
    const standing = recorded.get(row.id)?.obligations ?? before
    recorded.set(row.id, { ...kept, obligations: [...standing, ...news.map(({ id }) => id)] })
  }
  const events = [...recorded.values()].map((data) => ({ type: 'RowRecorded', occurredOn: today, data: { ...data } }))
  const own = { stream: stream.cycle(cycle), atVersion: history?.version ?? 0, events }
  return {
    owed,
    streams: [own, ...sessions.counted(cycle, timings, today), ...owed.map((each) => enteredOn(each, today))],
    guards: members === undefined ? [] : [{ stream: members.stream, version: members.version }],
  }
}

/** The row that asks something new, with that alone to be followed, and what it asked before. */
function askedBy(
  house: House,
  asked: Asked,
  organization: string,
  given: Given,
  rows: ReadonlyMap<string, RowRecorded>,
  cycle: string,
): { row: Row; before: readonly string[] } {
  if ('added' in given) {
    const { id } = given.added
    if (rows.has(id)) throw new Refusal('output-claimed-twice', `${cycle} has a row ${id}: name it, or give the new one another id`, { row: id })
    return { row: rowFrom(given.added, (sources) => sourcesFrom(house, organization, sources, asked)), before: [] }
  }
  const found = rows.get(given.row)
  if (found === undefined) throw new Refusal('unknown-row', `${cycle} has no row ${given.row}`, { plan: cycle, row: given.row })
  const { obligations, ...row } = found
  return { row: { ...row, followed: [followedFrom(given.followed, row.wording, row.timing)] }, before: obligations }
}
