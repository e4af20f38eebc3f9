import type { CommandOf } from './commands.ts'
import type { Limit } from './limit.ts'
import type { KnownObligation, ObligationEvent } from './state.ts'

/** The limits that follow from a session that moved or closed, an event, a calendar, or a plan that was revised. The same limits and letters again are no news. */
export function moveLimits(command: CommandOf<'MoveLimits'>, state: KnownObligation): readonly ObligationEvent[] {
  const { today, session, limits, scheduled, timing, reason, source } = command
  const isSame = session === state.session && timing === undefined && textOf(limits) === textOf(state.limits) && !bringsLetter(scheduled, state)
  if (!mayMove(state) || isSame) return []
  const data = { session, limits: [...limits], scheduled: [...scheduled], ...(timing === undefined ? {} : { timing }), reason, source: [...source] }
  return [{ type: 'LimitsMoved', occurredOn: today, data }]
}

/**
 * What ended keeps its days. Only limits of a provision, and those counted from an event, still move: by them alone it is known whether
 * what was done was in time.
 */
const mayMove = ({ status, basis, kindSnapshot }: KnownObligation): boolean =>
  status === 'open' || (status === 'discharged' && (basis.type === 'provision' || kindSnapshot.limits.some(({ from }) => typeof from === 'object')))

/** Whether a letter has a day that it never had. */
const bringsLetter = (scheduled: CommandOf<'MoveLimits'>['scheduled'], state: KnownObligation): boolean =>
  scheduled.some(({ step, on }) => !state.scheduled.some((before) => before.step === step && before.on === on))

const textOf = (limits: readonly Limit[]): string =>
  limits
    .map(({ limit, dueOn, provisional, computation: { by, from, countedFrom, status } }) =>
      [limit, dueOn, provisional, ...(by === 'provision' || typeof from === 'object' ? [countedFrom, status] : [])].join('/'),
    )
    .join()
