import { obligation } from '../../domain/obligation/obligation.ts'
import type { KnownObligation, Obligation, ObligationEvent } from '../../domain/obligation/state.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Append } from '../ports.ts'

/** An obligation with what a decision adds to it. */
export const obligationAfter = (before: Obligation, { atVersion, events }: Append['streams'][number]): Obligation =>
  events.reduce((state, event, index) => obligation.evolve(state, { ...(event as ObligationEvent), version: atVersion + index + 1 }), before)

/** @throws Refusal `unknown-obligation` */
export function requireKnown(state: Obligation, id: string): KnownObligation {
  if (state.status === 'unknown') throw new Refusal('unknown-obligation', `There is no obligation ${id}`, { obligation: id })
  return state
}
