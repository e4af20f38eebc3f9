import { condition, proxyLocalActivities } from '@temporalio/workflow'

export type BareActivities = {
  /** Milliseconds until the common instant. */
  howLong(): Promise<number>
  nothing(): Promise<void>
}

const { howLong, nothing } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10 seconds' })

/** What Temporal alone takes for one deadline: the same timer, and one local activity that does nothing. */
export async function bareTimer(): Promise<void> {
  await condition(() => false, await howLong(), { summary: 'waits for the common instant' })
  await nothing()
}
