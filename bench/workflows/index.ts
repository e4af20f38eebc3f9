// The product's workflows and the bare one in one bundle, so that one worker's settings serve both.
export * from '../../workflows/index.ts'
export { bareTimer } from './bare-timer.ts'
