import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { renewSignal } from '../../workflows/messages.ts'
import { submitCompleteReport } from '../support/answers.ts'
import { keepHistory } from '../support/histories.ts'
import { type SkippingHouse, withSkippingHouse } from '../support/skipping-house.ts'
import { createTimeSkippingEnvironment } from '../support/time-skipping.ts'
import { bundleWorkflows, type WorkflowBundle } from '../support/workflow-bundle.ts'

const obligation = 'ilo:R202:submission:FRA'
const kept = 'correspondence/ilo:FRA'

let environment: TestWorkflowEnvironment
let bundle: WorkflowBundle
beforeAll(async () => {
  environment = await createTimeSkippingEnvironment()
  bundle = await bundleWorkflows()
})
afterAll(async () => {
  await environment.teardown()
  await bundle.remove()
})

describe('the correspondence with France, once the request for R202 is due', () => {
  it('writes the letter, hands it to the relay once, and ends', () =>
    playing(async (house) => {
      await house.wake(kept)
      await house.handleOf(kept).result()
      expect(await subjects(house)).toHaveLength(1)
      expect(await outcomes(house, 1)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'LetterAccepted'])
      await keepHistory('correspond-one-letter', house.handleOf(kept))

      await house.wake(kept)
      await house.handleOf(kept).result()
      expect(await subjects(house)).toHaveLength(1)
    }))

  it('loses nothing while the relay is away for six hours, and asks less and less often', () =>
    playing(async (house) => {
      await house.relay.leave()
      await house.wake(kept)
      await house.pass('6 hours')
      const { events } = await house.handleOf(kept).fetchHistory()
      const attempts = events?.filter(({ activityTaskScheduledEventAttributes }) => activityTaskScheduledEventAttributes).length ?? 0
      // Nine pauses double from a second to ten minutes; after that, six attempts an hour.
      expect(attempts).toBeGreaterThan(35)
      expect(attempts).toBeLessThan(55)
      expect(await subjects(house)).toStrictEqual([])

      await house.relay.comeBack()
      await house.handleOf(kept).result()
      expect(await subjects(house)).toHaveLength(1)
    }))

  it('hears news while the relay is away: what was answered is withdrawn, and only the acknowledgement goes', () =>
    playing(async (house) => {
      await house.relay.leave()
      await house.wake(kept)
      await house.pass('2 hours')
      await submitCompleteReport(house.office, obligation, '2012-07-20')
      await house.wake(kept)
      await house.pass('1 minute')
      expect(await outcomes(house, 1)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])

      await house.relay.comeBack()
      await house.handleOf(kept).result()
      expect(await kinds(house)).toStrictEqual(['request', 'acknowledgement'])
      expect(await subjects(house)).toHaveLength(1)
    }))

  it('can be renewed while the relay is away', () =>
    playing(async (house) => {
      await house.relay.leave()
      await house.wake(kept)
      await house.pass('1 hour')
      const { runId } = await house.handleOf(kept).describe()
      await house.handleOf(kept).signal(renewSignal)
      await house.pass('1 minute')
      expect((await house.handleOf(kept).describe()).runId).not.toBe(runId)

      await house.relay.comeBack()
      await house.handleOf(kept).result()
      expect(await subjects(house)).toHaveLength(1)
    }))
})

const playing = (play: (house: SkippingHouse) => Promise<void>): Promise<void> =>
  withSkippingHouse({ environment, bundlePath: bundle.bundlePath, from: '2012-08-01' }, async (house) => {
    await house.follow('R202', day('2012-06-14'))
    const step = await nextStep(house.office, obligation)
    if (step.kind === 'none') throw new Error('The request should be due')
    await takeStep(house.office, obligation, step)
    await play(house)
  })

const subjects = async (house: SkippingHouse) => (await house.letters()).map(({ subject }) => subject)

const letterIds = async (house: SkippingHouse): Promise<readonly string[]> =>
  (await house.events(kept)).flatMap(({ type, data }) => (type === 'NoticesGathered' ? [String(data.letter)] : []))

/** What became of the letter of that number, event by event. */
const outcomes = async (house: SkippingHouse, number: number) => {
  const id = (await letterIds(house))[number - 1]
  return (await house.events(`letter/${id}`)).map(({ type }) => type)
}

const kinds = async (house: SkippingHouse) => {
  const issued = await Promise.all((await letterIds(house)).map((id) => house.events(`letter/${id}`)))
  return issued.map(([event]) => event?.data.kind)
}
