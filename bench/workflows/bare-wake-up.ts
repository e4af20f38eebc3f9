import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow'
import { recordChangedSignal } from '../../workflows/messages.ts'

export type WokenActivities = { nothing(): Promise<void> }

const { nothing } = proxyLocalActivities<WokenActivities>({ startToCloseTimeout: '10 seconds' })
const recordChanged = defineSignal<[number]>(recordChangedSignal)

/** What Temporal alone takes each time that an obligation is woken: the signal, a task, and one local activity that does nothing. */
export async function bareWakeUp(): Promise<void> {
  let told = 0
  let answered = 0
  setHandler(recordChanged, () => {
    told += 1
  })
  for (;;) {
    await condition(() => told > answered)
    answered += 1
    await nothing()
  }
}
