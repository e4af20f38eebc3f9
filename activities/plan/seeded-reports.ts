import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { rowOf } from '../../domain/obligation/basis.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import type { Observation, Plan } from '../../domain/plan/declaration.ts'
import { citation, type Source } from '../../domain/provenance.ts'
import { fieldsOf } from '../../domain/report/form.ts'
import { stream } from '../../domain/streams.ts'
import { foldObligation, foldPlan } from '../fold.ts'
import type { UseCaseContext } from '../use-case-context.ts'

/** A report that the documents themselves give: on which obligation, of which day, and what it says. */
export type SeededAnswer = { readonly obligation: string; readonly on: CalendarDate; readonly answer: Readonly<Record<string, string | number>> }

/** What the documents say was done or observed, as reports to be taken in; in the order of their days. */
export async function seededAnswers({ log, reference }: Pick<UseCaseContext, 'log' | 'reference'>, cycle: string): Promise<readonly SeededAnswer[]> {
  const plan = reference.planOf(cycle)
  const { histories } = await log.read([stream.plan(cycle)])
  const state = foldPlan(histories[0])
  if (state.status === 'unknown') return []
  const ids = state.rows.flatMap(({ obligations }) => obligations)
  const owed = (await log.read(ids.map(stream.obligation))).histories.map(foldObligation)
  return ids
    .flatMap((obligation, index) => {
      const found = owed[index]
      return found === undefined || found.status === 'unknown' ? [] : answersOf(plan, obligation, found)
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function answersOf(plan: Plan, obligation: string, state: KnownObligation): readonly SeededAnswer[] {
  const row = plan.rows.find(({ id }) => id === rowOf(state)?.id)
  const followed = row?.followed.find((each) => each.kind === state.kind && (each.occurrence ?? null) === state.occurrence)
  const { done, target } = followed ?? {}
  return [
    ...(done === undefined ? [] : [{ obligation, on: done.on, answer: answered(state, done.on, done.printed, done.source) }]),
    ...(target?.observed ?? []).map((each) => ({ obligation, on: each.on, answer: observed(state, each) })),
  ]
}

/** Every required day and text answered with what the document prints and where. */
function answered({ kindSnapshot }: KnownObligation, on: CalendarDate, printed: string, source: readonly Source[]): SeededAnswer['answer'] {
  const words = [printed, ...source.map(citation)].join('; ')
  const required = fieldsOf(kindSnapshot.report).filter((field) => field.required && (field.type === 'day' || field.type === 'words'))
  return Object.fromEntries(required.map(({ name, type }) => [name, type === 'day' ? on : words]))
}

function observed(state: KnownObligation, { value, on, source }: Observation): SeededAnswer['answer'] {
  const { discharge } = state.kindSnapshot
  const field = discharge.by === 'target' ? discharge.field : 'value'
  return { ...answered(state, on, String(value), source), [field]: value }
}
