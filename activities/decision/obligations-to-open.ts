import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { isOwnedBy, nameWithin, organizationOf, qualifyId } from '../../domain/ids.ts'
import type { Row } from '../../domain/plan/declaration.ts'
import { obligationsOf } from '../../domain/plan/obligations-of.ts'
import { type KnownPlan, plan as planDecider, requireNewRow, requireRow } from '../../domain/plan/plan.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import type { CommandMetadata } from '../command.ts'
import { countingFor } from '../counting/counting-for.ts'
import { foldOrganization } from '../fold.ts'
import { openPlanOnRecord } from '../plan/on-record.ts'
import { countedInRows, enteredOn, groundFor, noneClaimed, recorded } from '../plan/open-plan.ts'
import { followedFrom, rowFrom } from '../plan/row-input.ts'
import type { Append } from '../ports.ts'
import { requireRowWords } from '../require-words.ts'
import { waitedFor } from '../session/known-sessions.ts'
import { sourcesFrom } from '../source-input.ts'
import type { ReadingContext } from '../use-case-context.ts'
import type { EffectsInput } from './decision-payload.ts'

type Given = EffectsInput['enters'][number]
type Entered = { readonly streams: Append['streams']; readonly preconditions: NonNullable<Append['preconditions']>; readonly ids: readonly string[] }

/** New obligations under plans on record, counted and followed from today: the row that asks them is recorded again with them. */
export async function enteredBy(
  context: ReadingContext,
  metadata: CommandMetadata,
  organization: string,
  given: readonly Given[],
  today: CalendarDate,
): Promise<Entered> {
  const cycles = [...new Set(given.map(({ plan }) => planId(organization, plan)))]
  const each = await Promise.all(
    cycles.map((cycle) => {
      const own = given.filter(({ plan }) => planId(organization, plan) === cycle)
      return enteredUnder(context, metadata, cycle, own, today)
    }),
  )
  const owed = each.flatMap((one) => one.owed)
  await noneClaimed(context, owed)
  return { streams: each.flatMap(({ streams }) => streams), preconditions: each.flatMap(({ preconditions }) => preconditions), ids: owed.map(({ id }) => id) }
}

/** A plan by its code or its whole id, as the installation names it. @throws Refusal `unknown-plan` for one of another organization */
export function planId(organization: string, plan: string): string {
  const id = qualifyId(organization, plan)
  if (isOwnedBy(organization, id)) return id
  throw new Refusal('unknown-plan', `${id} is no plan of ${organization}: its own body decides on it`, { plan: id })
}

async function enteredUnder(context: ReadingContext, metadata: CommandMetadata, cycle: string, given: readonly Given[], today: CalendarDate) {
  const organization = organizationOf(cycle)
  const { histories } = await context.log.read([stream.plan(cycle), stream.organization(organization)])
  const [history, members] = histories
  const plan = openPlanOnRecord(cycle, history)
  const code = nameWithin(cycle)
  const asks = given.map((each) => askedBy(context, metadata, organization, each, plan, cycle))
  const timings = asks.flatMap((row) => row.followed.map(({ timing }) => timing.parsed))
  const sessions = await waitedFor(context, organization, timings)
  const basis = {
    cycle,
    plan: { organization, code, reviewMonths: plan.reviewMonths, horizon: plan.horizon },
    openedOn: today,
    trackedFrom: today,
    synthetic: plan.synthetic,
  }
  const counted = await countingFor(context, organization, countedInRows(context, basis.plan, asks))
  const ground = groundFor(context, basis, foldOrganization(members), sessions.states, counted.counting)

  const entered = asks.map((row) => ({ row, owed: obligationsOf(row, ground) }))
  const owed = entered.flatMap((each) => each.owed)
  const events = planDecider.decide({ type: 'EnterRows', today, plan: cycle, rows: entered.map(recorded) }, plan)
  const own = { stream: stream.plan(cycle), atVersion: history?.version ?? 0, events }
  return {
    owed,
    streams: [own, ...sessions.counted(cycle, timings, today), ...counted.counted(cycle, today), ...owed.map((each) => enteredOn(each, today))],
    preconditions: [...(members === undefined ? [] : [{ stream: members.stream, version: members.version }]), ...counted.preconditions],
  }
}

/** The row that asks something new, with that alone to be followed. */
function askedBy(context: ReadingContext, metadata: CommandMetadata, organization: string, given: Given, plan: KnownPlan, cycle: string): Row {
  if ('added' in given) {
    requireNewRow(cycle, plan, given.added.id)
    const row = rowFrom(given.added, (sources) => sourcesFrom(context, organization, sources, metadata))
    requireRowWords(context, organization, row)
    return row
  }
  const { obligations: _, ...row } = requireRow(cycle, plan, given.row)
  const asking = { ...row, followed: [followedFrom(given.followed, row.wording, row.timing)] }
  requireRowWords(context, organization, asking)
  return asking
}
