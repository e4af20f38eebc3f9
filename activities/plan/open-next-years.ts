import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { nameWithin, parseObligationId } from '../../domain/ids.ts'
import { type NextYear, nextYears } from '../../domain/plan/next-year.ts'
import { obligationsOf } from '../../domain/plan/obligations-of.ts'
import { type KnownPlan, plan as planDecider } from '../../domain/plan/plan.ts'
import { stream } from '../../domain/streams.ts'
import { countingFor } from '../counting/counting-for.ts'
import type { CycleStep, StepAppend } from '../cycle/cycle-step.ts'
import { foldObligation, foldOrganization } from '../fold.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { countedInRows, enteredOn, groundFor, noneClaimed } from './open-plan.ts'

/** The days on which a plan without an end opens what its rows ask in one more year. */
export async function yearSteps(context: Pick<UseCaseContext, 'log'>, cycle: string, plan: KnownPlan): Promise<readonly CycleStep[]> {
  const next = await comingYears(context, plan)
  const days = [...new Set(next.map(({ opensOn }) => opensOn))]
  return days.map((on) => ({ step: `open-year-${on}`, on, decide: (whole) => opened(whole, cycle, plan, on) }))
}

async function comingYears({ log }: Pick<UseCaseContext, 'log'>, plan: KnownPlan): Promise<readonly NextYear[]> {
  const yearly = plan.rows.flatMap(({ obligations }) => obligations.filter((id) => /^\d{4}$/.test(parseObligationId(id).occurrence ?? '')))
  if (plan.status === 'closed' || plan.horizon.until !== null || yearly.length === 0) return []
  const { histories } = await log.read(yearly.map(stream.obligation))
  const states = histories.flatMap((history, index) => {
    const state = foldObligation(history)
    return state.status === 'unknown' ? [] : [[yearly[index] ?? '', state] as const]
  })
  return nextYears(plan.rows, new Map(states))
}

/** The rows recorded again with what they ask in one more year, by the kinds as they are declared now, and an obligation for each. */
async function opened(context: UseCaseContext, cycle: string, plan: KnownPlan, on: CalendarDate): Promise<StepAppend> {
  const due = (await comingYears(context, plan)).filter(({ opensOn }) => opensOn === on)
  const { organization, reviewMonths, horizon, trackedFrom, synthetic } = plan
  const { histories } = await context.log.read([stream.organization(organization)])
  const code = nameWithin(cycle)
  const asked = due.map(({ row, followed }) => ({ ...row, followed: [followed] }))
  const { counting, counted, preconditions } = await countingFor(context, organization, countedInRows(context, { organization, code }, asked))
  const basis = { cycle, plan: { organization, code, reviewMonths, horizon }, openedOn: on, trackedFrom, synthetic }
  const ground = groundFor(context, basis, foldOrganization(histories[0]), new Map(), counting)
  const owed = due.map(({ row, party, owedBy, followed }) => {
    const parties = { members: owedBy === 'member' ? [party] : [], units: owedBy === 'unit' ? [party] : [] }
    return { row, owed: obligationsOf({ ...row, followed: [followed] }, { ...ground, ...parties }) }
  })
  const entered = owed.flatMap((each) => each.owed)
  await noneClaimed(context, entered)
  const rows = [...new Set(due.map(({ row }) => row))]
  const more = rows.map((row) => ({ ...row, obligations: owed.flatMap((each) => (each.row === row ? each.owed.map(({ id }) => id) : [])) }))
  return {
    events: planDecider.decide({ type: 'EnterRows', today: on, plan: cycle, rows: more }, plan),
    streams: [...counted(cycle, on), ...entered.map((each) => enteredOn(each, on))],
    preconditions,
  }
}
