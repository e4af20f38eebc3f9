// What the worker bundles: each workflow under the name by which it is started.
export { correspond } from './correspond.ts'
export { followObligation } from './follow-obligation.ts'
export { reconcile } from './reconcile.ts'
export { runCycle } from './run-cycle.ts'
