import { condition } from '@temporalio/workflow'
import type { Step } from '../activities/steps.ts'
import type { DueStep } from '../activities/workflow-activities.ts'
import { continueAsNewWhenLong, historyIsLong } from './continue-as-new-when-long.ts'
import { registerSignals, type WakeUps } from './register-signals.ts'

/** What time is kept for: asked what it waits for, told that the wait is over. */
export type Kept = {
  readonly next: (id: string) => Promise<Step>
  readonly take: (id: string, step: DueStep) => Promise<Step>
}

/** Waits for each step of one id and takes it, until nothing is left to wait for. What is due, the record decides. */
export async function runSteps(id: string, { next, take }: Kept): Promise<void> {
  const told = registerSignals()
  let step = await next(id)
  while (!told.renewRequested() && !historyIsLong()) {
    if (step.kind === 'none') {
      if (!told.newerThan(step.asOf)) return
      step = await next(id)
      continue
    }
    if (step.waitMs === 0) {
      step = await take(id, step)
      continue
    }
    const woken = await wokenBeforeItsTime(step, told)
    step = woken ? await next(id) : await take(id, step)
  }
  await continueAsNewWhenLong(id)
}

async function wokenBeforeItsTime({ asOf, waitMs, summary }: DueStep, told: WakeUps): Promise<boolean> {
  const woken = () => told.newerThan(asOf) || told.renewRequested()
  if (waitMs !== null) return condition(woken, waitMs, { summary })
  await condition(woken)
  return true
}
