import type { NextLetter } from './correspondence/next-letter.ts'
import type { Step } from './steps.ts'

/** A step that is due, or that a timer took for due. */
export type DueStep = Extract<Step, { kind: 'step' }>

/** What `followObligation` asks of the record. Run twice, the second run changes nothing. */
export type ObligationActivities = {
  /** Takes what is due now, and answers what is left to wait for. */
  nextStep(obligationId: string): Promise<Step>
  /** Takes the step if the record finds it due, and answers the next one either way. */
  takeStep(obligationId: string, step: DueStep): Promise<Step>
}

/** What `runCycle` asks of the record. */
export type CycleActivities = {
  /** Takes what is due now, and answers what is left to wait for. */
  nextCycleStep(cycleId: string): Promise<Step>
  takeCycleStep(cycleId: string, step: DueStep): Promise<Step>
}

/** What `correspond` asks of the record. */
export type CorrespondenceActivities = {
  nextLetter(party: string): Promise<NextLetter>
}

/** What speaks to the relay: an ordinary activity with heartbeats. */
export type DeliveryActivities = {
  /** Answers what comes after it. Fails where the letter waits for another attempt. */
  deliverLetter(letterId: string): Promise<NextLetter>
}

/** How the record and Temporal compared, each counted in workflows. */
export type Reconciled = {
  /** Those that the record asks for. */
  readonly checked: number
  /** Of these, the ones that Temporal did not run. */
  readonly missing: number
  /** Of these, the ones that were started again. */
  readonly repaired: number
  /** Those that run although the record asks for nothing: they are only reported, for they end by themselves once they are woken. */
  readonly superfluous: number
}

/** Milliseconds until a night begins; `null` on the rehearsal clock: wait only to be woken. */
export type Night = { readonly waitMs: number | null; readonly summary: string }

/** What `reconcile` asks of the installation. */
export type ReconcileActivities = {
  /** The next night at any seat. */
  nextNight(): Promise<Night>
  reconcileRecord(): Promise<Reconciled>
}
