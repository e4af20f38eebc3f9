import { Context } from '@temporalio/activity'
import { deliverLetter } from '../../activities/correspondence/deliver-letter.ts'
import { nextLetter } from '../../activities/correspondence/next-letter.ts'
import { nextCycleStep, takeCycleStep } from '../../activities/cycle/cycle-step.ts'
import { nextNight } from '../../activities/next-night.ts'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import type { Step } from '../../activities/steps.ts'
import type { DeliveryContext } from '../../activities/use-case-context.ts'
import type {
  CorrespondenceActivities,
  CycleActivities,
  DeliveryActivities,
  DueStep,
  ObligationActivities,
  ReconcileActivities,
  Reconciled,
} from '../../activities/workflow-activities.ts'
import { failureOf } from './activity-failure.ts'

export type WorkflowActivities = ObligationActivities & CycleActivities & CorrespondenceActivities & DeliveryActivities & ReconcileActivities

export type Binding = {
  readonly office: DeliveryContext
  /** IANA zones of the seats at whose nights the record is reconciled. */
  readonly zones: readonly string[]
  readonly reconcile: () => Promise<Reconciled>
  /** Receives each failure in full, for the installation's own log. Temporal gets its code alone. */
  readonly report?: (activity: keyof WorkflowActivities, error: unknown) => void
}

/** The use cases as Temporal runs them. */
export function bindActivities({ office, zones, reconcile, report }: Binding): WorkflowActivities {
  const metadata = async <T>(activity: keyof WorkflowActivities, run: () => Promise<T>): Promise<T> => {
    try {
      return await run()
    } catch (error) {
      report?.(activity, error)
      throw failureOf(error)
    }
  }

  return {
    nextStep: (obligationId) =>
      metadata('nextStep', () =>
        upToDate(
          () => nextStep(office, obligationId),
          (due) => takeStep(office, obligationId, due),
        ),
      ),
    takeStep: (obligationId, step) =>
      metadata('takeStep', () =>
        upToDate(
          () => takeStep(office, obligationId, step),
          (due) => takeStep(office, obligationId, due),
        ),
      ),
    nextCycleStep: (cycleId) =>
      metadata('nextCycleStep', () =>
        upToDate(
          () => nextCycleStep(office, cycleId),
          (due) => takeCycleStep(office, cycleId, due),
        ),
      ),
    takeCycleStep: (cycleId, step) =>
      metadata('takeCycleStep', () =>
        upToDate(
          () => takeCycleStep(office, cycleId, step),
          (due) => takeCycleStep(office, cycleId, due),
        ),
      ),
    nextLetter: (party) => metadata('nextLetter', () => nextLetter(office, party)),
    deliverLetter: (letterId) =>
      metadata('deliverLetter', () => withHeartbeats((signal) => deliverLetter(office, letterId, signal).then((party) => nextLetter(office, party)))),
    reconcileRecord: () => metadata('reconcileRecord', () => withHeartbeats(reconcile)),
    nextNight: () => metadata('nextNight', () => nextNight(office.clock, zones)),
  }
}

/** Acts and answers in one: what is due at once needs no second task of Temporal's. */
async function upToDate(first: () => Promise<Step>, take: (due: DueStep) => Promise<Step>): Promise<Step> {
  let step = await first()
  while (step.kind === 'step' && step.waitMs === 0) step = await take(step)
  return step
}

const heartbeatMs = 1_000

/** Shows each second that this hand lives, and learns by it when the work is called off. */
async function withHeartbeats<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const context = Context.current()
  const beat = setInterval(() => context.heartbeat(), heartbeatMs)
  try {
    return await work(context.cancellationSignal)
  } finally {
    clearInterval(beat)
  }
}
