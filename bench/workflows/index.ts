// The product's workflows and the bare one in one bundle, so that one worker's settings serve both.
export { followObligation } from '../../workflows/follow-obligation.ts'
export { bareTimer } from './bare-timer.ts'
