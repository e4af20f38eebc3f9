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
import { countedInRows, enteredOn, groundFor, noneClaimed, recorded } from './open-plan.ts'

/** The days on which a plan without an end opens what its rows ask in one more year. */
export async function yearSteps(context: Pick<UseCaseContext, 'log'>, id: string, plan: KnownPlan): Promise<readonly CycleStep[]> {
  const next = await comingYears(context, plan)
  const days = [...new Set(next.map(({ opensOn }) => opensOn))]
  return days.map((on) => ({ step: `open-year-${on}`, on, decide: (whole) => opened(whole, id, plan, on) }))
}

async function comingYears({ log }: Pick<UseCaseContext, 'log'>, { status, horizon, rows }: KnownPlan): Promise<readonly NextYear[]> {
  const yearly = rows.flatMap(({ obligations }) => obligations.filter((id) => /^\d{4}$/.test(parseObligationId(id).occurrence ?? '')))
  if (status === 'closed' || horizon.until !== null || yearly.length === 0) return []
  const { histories } = await log.read(yearly.map(stream.obligation))
  const states = histories.flatMap((history, index) => {
    const state = foldObligation(history)
    return state.status === 'unknown' ? [] : [[yearly[index] ?? '', state] as const]
  })
  return nextYears(rows, new Map(states))
}

/** The rows recorded again with what they ask in one more year, by the kinds as they are declared now, and an obligation for each. */
async function opened(context: UseCaseContext, id: string, plan: KnownPlan, on: CalendarDate): Promise<StepAppend> {
  const due = (await comingYears(context, plan)).filter(({ opensOn }) => opensOn === on)
  const { organization, reviewMonths, horizon, trackedFrom, synthetic } = plan
  const { histories } = await context.log.read([stream.organization(organization)])
  const own = { organization, code: nameWithin(id), reviewMonths, horizon }
  const asked = due.map(({ row, followed }) => ({ ...row, followed: [followed] }))
  const { counting, counted, preconditions } = await countingFor(context, organization, countedInRows(context, own, asked))
  const basis = { cycle: id, plan: own, openedOn: on, trackedFrom, synthetic }
  const ground = groundFor(context, basis, foldOrganization(histories[0]), new Map(), counting)
  const rows = due.map(({ row, party, owedBy, followed }) => {
    const parties = { members: owedBy === 'member' ? [party] : [], units: owedBy === 'unit' ? [party] : [] }
    const asks = { ...row, followed: [followed] }
    return { row: asks, owed: obligationsOf(asks, { ...ground, ...parties }) }
  })
  const owed = rows.flatMap((each) => each.owed)
  await noneClaimed(context, owed)
  return {
    events: planDecider.decide({ type: 'EnterRows', today: on, plan: id, rows: rows.map(recorded) }, plan),
    streams: [...counted(id, on), ...owed.map((each) => enteredOn(each, on))],
    preconditions,
  }
}
