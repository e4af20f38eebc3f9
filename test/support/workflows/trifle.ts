import { condition, defineSignal, proxyLocalActivities, setHandler } from '@temporalio/workflow'

/** The smallest workflow that is woken, asks a local activity and is done. */
export type TrifleActivities = { answer(position: number): Promise<number> }

export const recordMoved = defineSignal<[number]>('recordMoved')

const { answer } = proxyLocalActivities<TrifleActivities>({ startToCloseTimeout: '10 seconds' })

export async function trifle(): Promise<number> {
  let newest = 0
  setHandler(recordMoved, (position) => {
    newest = position
  })
  await condition(() => newest > 0)
  return answer(newest)
}
