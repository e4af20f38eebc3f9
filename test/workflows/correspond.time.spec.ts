import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { renewSignal } from '../../workflows/messages.ts'
import { keepHistory } from '../support/histories.ts'
import { submitCompleteReport } from '../support/reports.ts'
import { type SkippingInstallation, withSkippingInstallation } from '../support/skipping-installation.ts'
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
    playing(async (installation) => {
      await installation.wake(kept)
      await installation.handleOf(kept).result()
      expect(await subjects(installation)).toHaveLength(1)
      expect(await outcomes(installation, 1)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'LetterAccepted'])
      await keepHistory('correspond-one-letter', installation.handleOf(kept))

      await installation.wake(kept)
      await installation.handleOf(kept).result()
      expect(await subjects(installation)).toHaveLength(1)
    }))

  it('loses nothing while the relay is away for six hours, and asks less and less often', () =>
    playing(async (installation) => {
      await installation.relay.leave()
      await installation.wake(kept)
      await installation.pass('6 hours')
      const { events } = await installation.handleOf(kept).fetchHistory()
      const attempts = events?.filter(({ activityTaskScheduledEventAttributes }) => activityTaskScheduledEventAttributes).length ?? 0
      // Nine pauses double from a second to ten minutes; after that, six attempts an hour.
      expect(attempts).toBeGreaterThan(35)
      expect(attempts).toBeLessThan(55)
      expect(await subjects(installation)).toStrictEqual([])

      await installation.relay.comeBack()
      await installation.handleOf(kept).result()
      expect(await subjects(installation)).toHaveLength(1)
    }))

  it('hears news while the relay is away: what was answered is withdrawn, and only the acknowledgement goes', () =>
    playing(async (installation) => {
      await installation.relay.leave()
      await installation.wake(kept)
      await installation.pass('2 hours')
      await submitCompleteReport(installation.office, obligation, '2012-07-20')
      await installation.wake(kept)
      await installation.pass('1 minute')
      expect(await outcomes(installation, 1)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])

      await installation.relay.comeBack()
      await installation.handleOf(kept).result()
      expect(await kinds(installation)).toStrictEqual(['request', 'acknowledgement'])
      expect(await subjects(installation)).toHaveLength(1)
    }))

  it('can be renewed while the relay is away', () =>
    playing(async (installation) => {
      await installation.relay.leave()
      await installation.wake(kept)
      await installation.pass('1 hour')
      const { runId } = await installation.handleOf(kept).describe()
      await installation.handleOf(kept).signal(renewSignal)
      await installation.pass('1 minute')
      expect((await installation.handleOf(kept).describe()).runId).not.toBe(runId)

      await installation.relay.comeBack()
      await installation.handleOf(kept).result()
      expect(await subjects(installation)).toHaveLength(1)
    }))
})

const playing = (play: (installation: SkippingInstallation) => Promise<void>): Promise<void> =>
  withSkippingInstallation({ environment, bundlePath: bundle.bundlePath, from: '2012-08-01' }, async (installation) => {
    await installation.follow('R202', day('2012-06-14'))
    const step = await nextStep(installation.office, obligation)
    if (step.kind === 'none') throw new Error('The request should be due')
    await takeStep(installation.office, obligation, step)
    await play(installation)
  })

const subjects = async (installation: SkippingInstallation) => (await installation.letters()).map(({ subject }) => subject)

const letterIds = async (installation: SkippingInstallation): Promise<readonly string[]> =>
  (await installation.events(kept)).flatMap(({ type, data }) => (type === 'NoticesGathered' ? [String(data.letter)] : []))

/** What became of the letter of that number, event by event. */
const outcomes = async (installation: SkippingInstallation, number: number) => {
  const id = (await letterIds(installation))[number - 1]
  return (await installation.events(`letter/${id}`)).map(({ type }) => type)
}

const kinds = async (installation: SkippingInstallation) => {
  const issued = await Promise.all((await letterIds(installation)).map((id) => installation.events(`letter/${id}`)))
  return issued.map(([event]) => event?.data.kind)
}
