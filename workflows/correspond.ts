import { ActivityFailure, ApplicationFailure, condition, proxyActivities, proxyLocalActivities } from '@temporalio/workflow'
import type { NextLetter } from '../activities/correspondence/next-letter.ts'
import type { CorrespondenceActivities, DeliveryActivities } from '../activities/workflow-activities.ts'
import { continueAsNewWhenLong, historyIsLong } from './continue-as-new-when-long.ts'
import { recordOptions } from './record-options.ts'
import { registerSignals } from './register-signals.ts'

const { nextLetter } = proxyLocalActivities<CorrespondenceActivities>(recordOptions)

// One attempt at a time: the pause between two is the workflow's own, so that news ends it. A hand that died is missed after three seconds.
const { deliverLetter } = proxyActivities<DeliveryActivities>({
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '3 seconds',
  retry: { maximumAttempts: 1 },
})

const firstPauseMs = 1_000
const longestPauseMs = 600_000

/**
 * Brings one party's letters to their end, one after another, however long the relay is away.
 *
 * A quiet correspondence waits for the rest of its day, as the record's clock tells it, and ends with it: the next notice begins it again.
 */
export async function correspond(party: string): Promise<void> {
  const told = registerSignals()
  let pauseMs = firstPauseMs
  let next = await nextLetter(party)
  while (!told.renewRequested() && !historyIsLong()) {
    const { asOf } = next
    const news = () => told.newerThan(asOf) || told.renewRequested()
    if (next.kind === 'none') {
      if (!(await toldInTime(news, next.waitMs))) return
      next = await nextLetter(party)
      continue
    }
    const after = await delivered(next.letter)
    if (after !== null) {
      pauseMs = firstPauseMs
      next = after
      continue
    }
    const woken = await condition(news, pauseMs, { summary: `${next.letter} waits for another attempt` })
    pauseMs = woken ? firstPauseMs : Math.min(2 * pauseMs, longestPauseMs)
    next = await nextLetter(party)
  }
  await continueAsNewWhenLong(party)
}

/** @param waitMs how long to wait for news, or `null`: for ever */
async function toldInTime(news: () => boolean, waitMs: number | null): Promise<boolean> {
  if (waitMs !== null) return condition(news, waitMs, { summary: 'nothing to tell today' })
  await condition(news)
  return true
}

/** What comes after the letter; `null` where it is to be tried again. @throws ActivityFailure when trying again cannot help */
async function delivered(letter: string): Promise<NextLetter | null> {
  try {
    return await deliverLetter(letter)
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isFinal(error.cause)) throw error
    return null
  }
}

const isFinal = (cause: unknown): boolean => cause instanceof ApplicationFailure && cause.nonRetryable === true
