import type { Decider } from '../decider.ts'
import type { SupervisionCommand, SupervisionEvent } from './commands.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { Supervision } from './state.ts'

/** What bodies said of one Member, and what came of it. */
export const supervision: Decider<Supervision, SupervisionCommand, SupervisionEvent> = { initial: { status: 'unknown' }, decide, evolve }
