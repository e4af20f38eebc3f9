import { ActivityFailure, ApplicationFailure, condition, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { CorrespondenceActivities, DeliveryActivities } from '../activities/workflow-activities.ts'
import { recordOptions } from './record-options.ts'
import { historyIsLong, startAfresh } from './start-afresh.ts'
import { heedWakeUps } from './wake-ups.ts'

const { nextLetter } = proxyLocalActivities<CorrespondenceActivities>(recordOptions)

// One attempt at a time: the pause between two is the workflow's own, so that news ends it. A hand that died is missed after three seconds.
const { deliverLetter } = proxyActivities<DeliveryActivities>({
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '3 seconds',
  retry: { maximumAttempts: 1 },
})

const firstPauseMs = 1_000
const longestPauseMs = 600_000

/** Brings one debtor's letters to their end, one after another, however long the relay is away. */
export async function correspond(debtor: string): Promise<void> {
  const told = heedWakeUps()
  let pauseMs = firstPauseMs
  let next = await nextLetter(debtor)
  while (!told.renewAsked() && !historyIsLong()) {
    const { asOf } = next
    if (next.kind === 'none') {
      if (!told.newerThan(asOf)) return
    } else if (await delivered(next.letter)) {
      pauseMs = firstPauseMs
    } else {
      const summary = `${next.letter} waits for another attempt`
      const woken = await condition(() => told.newerThan(asOf) || told.renewAsked(), pauseMs, { summary })
      pauseMs = woken ? firstPauseMs : Math.min(2 * pauseMs, longestPauseMs)
    }
    next = await nextLetter(debtor)
  }
  await startAfresh(debtor)
}

/** False where it is to be tried again. @throws ActivityFailure when trying again cannot help */
async function delivered(letter: string): Promise<boolean> {
  try {
    await deliverLetter(letter)
    return true
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isFinal(error.cause)) throw error
    return false
  }
}

const isFinal = (cause: unknown): boolean => cause instanceof ApplicationFailure && cause.nonRetryable === true
