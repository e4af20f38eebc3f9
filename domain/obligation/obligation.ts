import type { Decider } from '../decider.ts'
import type { ObligationCommand } from './commands.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Obligation, ObligationEvent } from './state.ts'

/** One obligation of one party: opened by a body's decision, discharged by a complete report. */
export const obligation: Decider<Obligation, ObligationCommand, ObligationEvent> = { initial: { status: 'unknown' }, decide, evolve }
