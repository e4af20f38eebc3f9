import { defineSignal, setHandler } from '@temporalio/workflow'
import { recordChangedSignal, renewSignal } from './messages.ts'

const recordChanged = defineSignal<[number]>(recordChangedSignal)
const renew = defineSignal(renewSignal)

/** What a workflow was told since it began: a position of the log at most, and nothing of what happened. */
export type WakeUps = {
  /** Whether anything was recorded after this position. */
  readonly newerThan: (asOf: number) => boolean
  /** Whether a release asked for its own code to take over. */
  readonly renewRequested: () => boolean
}

export function registerSignals(): WakeUps {
  let newest = 0
  let asked = false
  setHandler(recordChanged, (position) => {
    newest = Math.max(newest, position)
  })
  setHandler(renew, () => {
    asked = true
  })
  return { newerThan: (asOf) => newest > asOf, renewRequested: () => asked }
}
