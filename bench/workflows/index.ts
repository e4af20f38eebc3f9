// The product's workflows and the bare ones in one bundle, so that one worker's settings serve all.
export * from '../../workflows/index.ts'
export { bareTimer } from './bare-timer.ts'
export { bareWakeUp } from './bare-wake-up.ts'
