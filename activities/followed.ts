import type { KnownCycle } from '../domain/cycle/cycle.ts'
import type { KnownPlan } from '../domain/plan/plan.ts'
import { Refusal } from '../domain/refusal.ts'
import { type FollowedCategory, followedStreams, parseStreamName } from '../domain/streams.ts'
import type { KnownYearlyList } from '../domain/yearly-list/state.ts'
import { foldCycle, foldPlan, foldYearlyList } from './fold.ts'
import type { Append, EventLog, StreamHistory } from './ports.ts'

/** What is followed over time under an id: a cycle, a plan or a yearly list, recognized by the stream in which the id is on record. */
export type Followed = { readonly id: string; readonly history: StreamHistory } & (
  | { readonly type: 'cycle'; readonly state: KnownCycle }
  | { readonly type: 'plan'; readonly state: KnownPlan }
  | { readonly type: 'yearly-list'; readonly state: KnownYearlyList }
)

/** @returns `null` where nothing of this id is on record; the head is of the same snapshot */
export async function readFollowed(
  { log }: { readonly log: Pick<EventLog, 'read'> },
  id: string,
): Promise<{ readonly followed: Followed | null; readonly head: number }> {
  const { histories, head } = await log.read(followedStreams(id))
  return { followed: histories.map(followedIn).find((each) => each !== null) ?? null, head }
}

/** @returns `null` where the stream is empty, or of another category */
export function followedIn(history: StreamHistory): Followed | null {
  const { category, id } = parseStreamName(history.stream)
  switch (category as FollowedCategory) {
    case 'cycle': {
      const state = foldCycle(history)
      return state.status === 'unknown' ? null : { type: 'cycle', id, history, state }
    }
    case 'plan': {
      const state = foldPlan(history)
      return state.status === 'unknown' ? null : { type: 'plan', id, history, state }
    }
    case 'yearly-list': {
      const state = foldYearlyList(history)
      return state.status === 'unknown' ? null : { type: 'yearly-list', id, history, state }
    }
    default:
      return null
  }
}

/**
 * That an id to be opened is on record in no other category: workflows, pages and commands find what is followed by its id alone.
 *
 * @returns what must still hold when the opening is appended
 * @throws Refusal `already-opened`
 */
export async function unusedElsewhere(log: Pick<EventLog, 'read'>, id: string, category: FollowedCategory): Promise<NonNullable<Append['preconditions']>> {
  const { histories } = await log.read(followedStreams(id).filter((name) => parseStreamName(name).category !== category))
  const taken = histories.find(({ version }) => version > 0)
  if (taken !== undefined)
    throw new Refusal('already-opened', `${id} is on record as a ${parseStreamName(taken.stream).category}: give the ${category} another code`, { cycle: id })
  return histories.map(({ stream, version }) => ({ stream, version }))
}
