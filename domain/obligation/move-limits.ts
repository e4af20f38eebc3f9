import type { CommandOf } from './commands.ts'
import type { Limit } from './limit.ts'
import type { KnownObligation, ObligationEvent } from './state.ts'

/** The limits that follow from a session that moved or closed, or a plan that was revised. The same limits again are no news. */
export function moveLimits(command: CommandOf<'MoveLimits'>, state: KnownObligation): readonly ObligationEvent[] {
  const { today, session, limits, scheduled, timing, reason, source } = command
  if (!mayMove(state) || (session === state.session && timing === undefined && textOf(limits) === textOf(state.limits))) return []
  const data = { session, limits: [...limits], scheduled: [...scheduled], ...(timing === undefined ? {} : { timing }), reason, source: [...source] }
  return [{ type: 'LimitsMoved', occurredOn: today, data }]
}

/** What ended keeps its days. Only limits of a provision still move: by them alone it is known whether what was done was in time. */
const mayMove = ({ status, limits }: KnownObligation): boolean =>
  status === 'open' || (status === 'discharged' && limits.some(({ computation }) => computation.count !== null))

const textOf = (limits: readonly Limit[]): string =>
  limits
    .map(({ limit, dueOn, provisional, computation: { count, countedFrom, status } }) =>
      [limit, dueOn, provisional, ...(count === null ? [] : [countedFrom, status])].join('/'),
    )
    .join()
